import type { Generated } from "kysely";

/** What a respondent asks the coordination about a round. It holds no answer of the questionnaire. */
export type InquiryTable = {
  inquiry_id: string;
  round_id: string;
  /** null: asked without saying who asks */
  invitation_id: string | null;
  /** null for guests and where nobody is named */
  author_id: string | null;
  /** name of the question that it is about */
  question: string | null;
  /** null once it was erased */
  text: string | null;
  asked_at: Generated<Date>;
  answer: Generated<string | null>;
  answered_by: Generated<string | null>;
  answered_at: Generated<Date | null>;
  closed_by: Generated<string | null>;
  /** answered, or settled without an answer */
  closed_at: Generated<Date | null>;
  erased_at: Generated<Date | null>;
};
