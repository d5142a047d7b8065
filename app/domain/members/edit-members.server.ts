import { randomUUID } from "node:crypto";
import { brokenUniqueness, type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import * as members from "#db/queries/members.server.ts";
import {
  findNamesake,
  insertAttributeRows,
  insertProjects,
  lockProject,
  updateProject,
} from "#db/queries/projects.server.ts";
import { type Fault, Problem } from "../problem.ts";
import { type AttributeValues, completeValues, PROJECT_ATTRIBUTES } from "./attributes.ts";
import { cleanName, NAME_CHARS } from "./names.ts";

/** What stands in the forms of organisations and projects. Days are ISO days. */
export type OrganisationForm = { name: string; isPartner: boolean };
export type ProjectForm = {
  name: string;
  /** an organisation's id, or `new` */
  organisationId: string;
  newOrganisation: string;
  activeFrom: string | undefined;
  /** null: open-ended; undefined: what was typed is no day */
  activeUntil: string | null | undefined;
};

const NEW_ORGANISATION = "new";

/** Makes an organisation. Throws invalid-member with faults at `/name`. */
export function createOrganisation(db: Db | Tx, form: OrganisationForm, actorId: string): Promise<string> {
  const created = transact(db, async (tx) => {
    const name = cleanName(form.name);
    refuseIf(await nameFaults(tx, name));
    return insertOrganisation(tx, { name, isPartner: form.isPartner }, actorId);
  });
  return created.catch(refuseTaken("/name"));
}

/** Changes an organisation. Throws not-found, and invalid-member with faults at `/name`. */
export function changeOrganisation(db: Db | Tx, id: string, form: OrganisationForm, actorId: string): Promise<void> {
  const changed = transact(db, async (tx) => {
    if (!(await members.findOrganisation(tx, id))) throw new Problem("not-found");
    const name = cleanName(form.name);
    refuseIf(await nameFaults(tx, name, id));
    await members.updateOrganisation(tx, { organisation_id: id, name, is_partner: form.isPartner });
    await insertAudit(tx, { actorId, verb: "organisation.change", object: "organisation", objectId: id });
  });
  return changed.catch(refuseTaken("/name"));
}

async function insertOrganisation(tx: Tx, form: OrganisationForm, actorId: string): Promise<string> {
  const organisationId = randomUUID();
  await members.insertOrganisation(tx, {
    organisation_id: organisationId,
    name: form.name,
    is_partner: form.isPartner,
  });
  await insertAudit(tx, { actorId, verb: "organisation.create", object: "organisation", objectId: organisationId });
  return organisationId;
}

async function nameFaults(tx: Tx, name: string, except?: string, path = "/name"): Promise<Fault[]> {
  if (name === "") return [{ code: "missing", path }];
  if (name.length > NAME_CHARS) return [{ code: "too-long", path, detail: { limit: NAME_CHARS } }];
  return (await members.findOrganisationByName(tx, name, except)) ? [{ code: "organisation-taken", path }] : [];
}

/**
 * Makes a project, and its organisation where that is new. The attributes hold from its first day. Throws invalid-member
 * with faults at the fields, attributes by their codes.
 */
export function createProject(
  db: Db | Tx,
  form: ProjectForm,
  values: AttributeValues,
  actorId: string,
): Promise<string> {
  const created = transact(db, async (tx) => {
    const fields = await checkProject(tx, form);
    const attributes = completeValues(values);
    const missing = PROJECT_ATTRIBUTES.filter(({ code, required }) => required && !attributes[code]);
    refuseIf([...fields.faults, ...missing.map(({ code }) => ({ code: "missing", path: `/${code}` }))]);
    const organisationId = await organisationOf(tx, form, actorId);
    const projectId = randomUUID();
    const { name, activeFrom, activeUntil } = fields;
    await insertProjects(tx, [
      {
        project_id: projectId,
        organisation_id: organisationId,
        name,
        active_from: activeFrom,
        active_until: activeUntil,
      },
    ]);
    await insertAttributeRows(
      tx,
      Object.entries(attributes).flatMap(([attribute, codes]) =>
        codes.map((value) => ({ project_id: projectId, attribute, value, valid_from: activeFrom, valid_until: null })),
      ),
    );
    await insertAudit(tx, { actorId, verb: "project.create", object: "project", objectId: projectId });
    return projectId;
  });
  return created.catch(refuseTaken("/newOrganisation"));
}

/** Changes name, organisation and dates of a project. Throws not-found, and invalid-member with faults at the fields. */
export function changeProject(db: Db | Tx, projectId: string, form: ProjectForm, actorId: string): Promise<void> {
  const changed = transact(db, async (tx) => {
    if (!(await lockProject(tx, projectId))) throw new Problem("not-found");
    const { faults, name, activeFrom, activeUntil } = await checkProject(tx, form, projectId);
    refuseIf(faults);
    const organisationId = await organisationOf(tx, form, actorId);
    await updateProject(tx, {
      ...{ project_id: projectId, organisation_id: organisationId, name },
      ...{ active_from: activeFrom, active_until: activeUntil },
    });
    await insertAudit(tx, { actorId, verb: "project.change", object: "project", objectId: projectId });
  });
  return changed.catch(refuseTaken("/newOrganisation"));
}

async function checkProject(tx: Tx, form: ProjectForm, except?: string) {
  const name = cleanName(form.name);
  const faults: Fault[] = [];
  if (name === "") faults.push({ code: "missing", path: "/name" });
  if (name.length > NAME_CHARS) faults.push({ code: "too-long", path: "/name", detail: { limit: NAME_CHARS } });
  if (form.organisationId === NEW_ORGANISATION) {
    faults.push(...(await nameFaults(tx, cleanName(form.newOrganisation), undefined, "/newOrganisation")));
  } else if (!form.organisationId) {
    faults.push({ code: "missing", path: "/organisationId" });
  } else if (!(await members.findOrganisation(tx, form.organisationId))) {
    throw new Problem("invalid-request");
  } else if (await findNamesake(tx, { organisationId: form.organisationId, name, ...(except ? { except } : {}) })) {
    faults.push({ code: "name-taken", path: "/name" });
  }
  if (!form.activeFrom) faults.push({ code: "day-missing", path: "/activeFrom" });
  if (form.activeUntil === undefined) faults.push({ code: "day-missing", path: "/activeUntil" });
  if (form.activeFrom && form.activeUntil && form.activeUntil < form.activeFrom) {
    faults.push({ code: "until-before-from", path: "/activeUntil" });
  }
  return { faults, name, activeFrom: form.activeFrom ?? "", activeUntil: form.activeUntil ?? null };
}

async function organisationOf(tx: Tx, form: ProjectForm, actorId: string): Promise<string> {
  if (form.organisationId !== NEW_ORGANISATION) return form.organisationId;
  return insertOrganisation(tx, { name: cleanName(form.newOrganisation), isPartner: false }, actorId);
}

function refuseIf(faults: Fault[]): void {
  if (faults.length > 0) throw new Problem("invalid-member", { faults });
}

/** Somebody else took the name since it was looked for: the same refusal as if it had been found. */
function refuseTaken(organisationPath: string): (error: unknown) => never {
  return (error) => {
    const taken = brokenUniqueness(error);
    if (taken === "organisation_name_key") refuseIf([{ code: "organisation-taken", path: organisationPath }]);
    if (taken === "project_organisation_id_name_key") refuseIf([{ code: "name-taken", path: "/name" }]);
    throw error;
  };
}
