import type { AccountTable, MembershipTable } from "./tables/account.ts";
import type { AuditTable } from "./tables/audit.ts";
import type { MailTable } from "./tables/mail.ts";
import type { OrganisationTable } from "./tables/organisation.ts";
import type { ProjectAttributeTable, ProjectTable } from "./tables/project.ts";
import type { QuestionnaireTable, VersionTable } from "./tables/questionnaire.ts";
import type { ReleaseFigureTable, ReleaseGroupTable, ReleaseItemTable, ReleaseTable } from "./tables/release.ts";
import type { FieldTable, OperationTable, ResponseTable } from "./tables/response.ts";
import type { InvitationTable, RoundTable, SeriesTable } from "./tables/round.ts";
import type { RateLimitTable, SessionTable, SignInTable } from "./tables/session.ts";
import type { CellTable, SubmissionTable } from "./tables/submission.ts";

/** Every table, in the order of the line: people → questionnaires → rounds → responses → releases → mail. */
export type Database = {
  organisation: OrganisationTable;
  project: ProjectTable;
  project_attribute: ProjectAttributeTable;
  account: AccountTable;
  membership: MembershipTable;
  session: SessionTable;
  sign_in: SignInTable;
  rate_limit: RateLimitTable;
  audit: AuditTable;
  questionnaire: QuestionnaireTable;
  version: VersionTable;
  series: SeriesTable;
  round: RoundTable;
  invitation: InvitationTable;
  response: ResponseTable;
  field: FieldTable;
  operation: OperationTable;
  submission: SubmissionTable;
  cell: CellTable;
  release: ReleaseTable;
  release_group: ReleaseGroupTable;
  release_item: ReleaseItemTable;
  release_figure: ReleaseFigureTable;
  mail: MailTable;
};
