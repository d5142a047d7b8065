export type OrganisationTable = { organisation_id: string; name: string; is_partner: boolean };
