import { randomUUID } from "node:crypto";
import { dayOf } from "#app/domain/members/days.ts";
import { beginImport } from "#app/domain/members/import/preview.server.ts";
import { readNetwork } from "#app/domain/members/import/read-network.server.ts";
import { readWorkbook } from "#app/domain/members/import/read-workbook.server.ts";
import { writeCsv } from "#app/domain/members/import/write-table.ts";
import { paths } from "#app/paths.ts";
import { type Db, transact } from "#db/client.server.ts";
import { insertRequest } from "#db/queries/attribute-requests.server.ts";
import { csvOf, spoiltFile } from "./member-file.ts";
import type { SamplePage } from "./pages.ts";

/** The desk of members: lists, forms, one of each kind, a file with faults and one that changes rows. */
export async function memberPages(db: Db, actorId: string): Promise<SamplePage[]> {
  const now = new Date();
  const network = await readNetwork(db);
  const [project] = network.projects.filter((one) => one.members.length > 0);
  const person = project?.leads[0]?.accountId;
  if (!project || !person) throw new Error("the demo has no team");
  const begin = (name: string, text: string) =>
    beginImport({ db, readWorkbook }, { name, bytes: new TextEncoder().encode(text) }, { actorId, now });
  const faulty = await begin("mit-fehlern.csv", csvOf(spoiltFile(300)));
  const changed = await begin("geaendert.csv", writeCsv(network, dayOf(now)).replaceAll("Bayern", "Hamburg"));
  await transact(db, (tx) =>
    insertRequest(tx, {
      requestId: randomUUID(),
      projectId: project.projectId,
      changes: { vzae: ["ab10"] },
      validFrom: dayOf(now),
      note: "Das Team ist gewachsen.",
      askedBy: person,
    }),
  );
  return [
    paths.members(),
    paths.members({ suche: "xyz" }),
    paths.newProject(),
    paths.project(project.projectId),
    paths.editProject(project.projectId),
    paths.editAttributes(project.projectId),
    paths.organisations(),
    paths.organisation(project.organisationId),
    paths.people(),
    paths.newPerson(),
    paths.person(person),
    paths.person(person, { schritt: "loeschen" }),
    paths.attributeRequests(),
    paths.memberImports(),
    paths.memberImport(faulty),
    paths.memberImport(faulty, { zeigen: "new", zeile: "2" }),
    paths.memberImport(changed, { zeigen: "changed" }),
  ].map((path) => ({ group: "members", role: "coordination", path }));
}
