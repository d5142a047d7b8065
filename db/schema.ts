import type { AccountTable, AddressChangeTable, MembershipTable } from "./tables/account.ts";
import type { AuditTable } from "./tables/audit.ts";
import type {
  CoderTable,
  CodingCodeTable,
  CodingItemTable,
  CodingTable,
  CodingTextTable,
  QuoteTable,
  SettledTextTable,
} from "./tables/coding.ts";
import type { ErasureTable } from "./tables/erasure.ts";
import type { ExchangeContactTable, ExchangeStepTable } from "./tables/exchange.ts";
import type { FigureNoteMentionTable, FigureNoteTable, FigureNoteTextTable } from "./tables/figure-note.ts";
import type { GoalTable, GoalVersionTable } from "./tables/goal.ts";
import type { InquiryTable } from "./tables/inquiry.ts";
import type { InsightTable } from "./tables/insight.ts";
import type { BounceMarkTable, MailTable, MailTemplateTable } from "./tables/mail.ts";
import type { MeasureEventTable, MeasureEvidenceTable, MeasureTable } from "./tables/measure.ts";
import type { AttributeRequestTable, MemberImportTable } from "./tables/member.ts";
import type { ReleaseNetworkTable, ReleaseNodeTable, ReleaseTieTable } from "./tables/network.ts";
import type { OrganisationTable } from "./tables/organisation.ts";
import type { ProjectAttributeTable, ProjectTable } from "./tables/project.ts";
import type { QuestionnaireTable, VersionDraftTable, VersionTable } from "./tables/questionnaire.ts";
import type {
  ReleaseFigureTable,
  ReleaseGroupTable,
  ReleaseItemTable,
  ReleaseQuoteTable,
  ReleaseRespondentTable,
  ReleaseRunTable,
  ReleaseTable,
  RoundingKeyTable,
} from "./tables/release.ts";
import type { FieldTable, OperationTable, PresenceTable, ResponseTable } from "./tables/response.ts";
import type {
  InboxTable,
  InvitationTable,
  OpenLinkTable,
  ParticipationTable,
  RewriteDueTable,
  RoundTable,
  SeriesTable,
} from "./tables/round.ts";
import type { RateLimitTable, SessionTable, SignInTable } from "./tables/session.ts";
import type {
  CellTable,
  NamingStepTable,
  ResponseEventTable,
  SignOffTable,
  SubmissionTable,
} from "./tables/submission.ts";
import type { NoteTable, PlaceMarkTable } from "./tables/talk.ts";

/** Every table, in the order of the line: people → questionnaires → rounds → responses → releases → goals → mail. */
export type Database = {
  organisation: OrganisationTable;
  project: ProjectTable;
  project_attribute: ProjectAttributeTable;
  account: AccountTable;
  membership: MembershipTable;
  address_change: AddressChangeTable;
  member_import: MemberImportTable;
  attribute_request: AttributeRequestTable;
  session: SessionTable;
  sign_in: SignInTable;
  rate_limit: RateLimitTable;
  audit: AuditTable;
  questionnaire: QuestionnaireTable;
  version: VersionTable;
  version_draft: VersionDraftTable;
  series: SeriesTable;
  round: RoundTable;
  invitation: InvitationTable;
  open_link: OpenLinkTable;
  participation: ParticipationTable;
  inbox: InboxTable;
  rewrite_due: RewriteDueTable;
  response: ResponseTable;
  field: FieldTable;
  operation: OperationTable;
  presence: PresenceTable;
  submission: SubmissionTable;
  cell: CellTable;
  erasure: ErasureTable;
  insight: InsightTable;
  note: NoteTable;
  place_mark: PlaceMarkTable;
  sign_off: SignOffTable;
  response_event: ResponseEventTable;
  naming_step: NamingStepTable;
  coding_item: CodingItemTable;
  coding_text: CodingTextTable;
  coding_code: CodingCodeTable;
  coder: CoderTable;
  coding: CodingTable;
  settled_text: SettledTextTable;
  quote: QuoteTable;
  rounding_key: RoundingKeyTable;
  release: ReleaseTable;
  release_group: ReleaseGroupTable;
  release_item: ReleaseItemTable;
  release_figure: ReleaseFigureTable;
  release_run: ReleaseRunTable;
  release_respondent: ReleaseRespondentTable;
  release_quote: ReleaseQuoteTable;
  release_network: ReleaseNetworkTable;
  release_node: ReleaseNodeTable;
  release_tie: ReleaseTieTable;
  /** of those who may be named today: all that the report role can read of nodes and ties */
  shown_node: ReleaseNodeTable;
  shown_tie: ReleaseTieTable;
  measure: MeasureTable;
  measure_evidence: MeasureEvidenceTable;
  measure_event: MeasureEventTable;
  goal: GoalTable;
  goal_version: GoalVersionTable;
  figure_note: FigureNoteTable;
  figure_note_text: FigureNoteTextTable;
  figure_note_mention: FigureNoteMentionTable;
  inquiry: InquiryTable;
  exchange_step: ExchangeStepTable;
  exchange_contact: ExchangeContactTable;
  mail: MailTable;
  mail_template: MailTemplateTable;
  bounce_mark: BounceMarkTable;
};
