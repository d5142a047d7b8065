/** The only builder of URLs, in the order of the line. Route patterns stand in routes.ts. */
export const paths = {
  home: () => "/",
  signIn: (returnTo?: string) => (returnTo ? `/anmelden?weiter=${encodeURIComponent(returnTo)}` : "/anmelden"),
  signInCode: () => "/anmelden/code",
  signInLink: (token: string) => `/anmelden/link/${token}`,
  signOut: () => "/abmelden",
  language: () => "/sprache",
  demoSignIn: (role: string, key: string) => `/demo/anmelden/${role}?key=${key}`,
  demoMail: () => "/demo/mail",

  definition: (roundId: string, checksum: string) => `/fassungen/${roundId}/${checksum}.json`,
  rounds: () => "/erhebungen",
  round: (roundId: string) => `/erhebungen/${roundId}`,

  invitations: () => "/boegen",
  invitation: (invitationId: string) => `/boegen/${invitationId}`,
  fill: (invitationId: string, page?: string, question?: string) =>
    `/boegen/${invitationId}/ausfuellen${query({ seite: page, frage: question })}`,
  changes: (invitationId: string) => `/boegen/${invitationId}/aenderungen`,
  review: (invitationId: string) => `/boegen/${invitationId}/pruefen`,
  receipt: (invitationId: string) => `/boegen/${invitationId}/beleg`,
  submitted: (invitationId: string) => `/boegen/${invitationId}/antworten`,
  blank: (invitationId: string) => `/boegen/${invitationId}/leer`,

  releases: () => "/auswertungen",
  release: (releaseId: string, breakdown?: string) =>
    `/auswertungen/${releaseId}${breakdown ? `?nach=${encodeURIComponent(breakdown)}` : ""}`,
  releaseExport: (releaseId: string, format: string) => `/auswertungen/${releaseId}/export/${format}`,
  rule: () => "/regel",

  imprint: () => "/impressum",
  privacy: () => "/datenschutz",
  accessibility: () => "/barrierefreiheit",
} as const;

function query(parts: Record<string, string | undefined>): string {
  const given = Object.entries(parts).filter((part): part is [string, string] => Boolean(part[1]));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}
