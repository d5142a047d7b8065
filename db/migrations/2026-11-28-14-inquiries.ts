import { type Kysely, sql } from "kysely";

/** Questions that respondents ask the coordination about a round, and its answers. Nothing of a questionnaire stands here. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table inquiry (
      -- made by the browser's form, so that sending twice asks once
      inquiry_id uuid primary key,
      round_id uuid not null references round,
      -- null: asked without saying who asks
      invitation_id uuid,
      author_id uuid references account on delete set null,
      -- the name of the question that it is about
      question text,
      -- null once it was erased
      text text check (char_length(text) between 1 and 2000),
      asked_at timestamptz not null default now(),
      answer text check (char_length(answer) between 1 and 4000),
      answered_by uuid references account on delete set null,
      answered_at timestamptz,
      -- answered, or settled without an answer
      closed_by uuid references account on delete set null,
      closed_at timestamptz,
      erased_at timestamptz,
      foreign key (round_id, invitation_id) references invitation,
      check (author_id is null or invitation_id is not null),
      check (answer is null or answered_at is not null),
      check (answered_at is null or closed_at is not null),
      check ((text is null) = (erased_at is not null))
    );
    create index inquiry_round on inquiry (round_id, asked_at);
    create index inquiry_invitation on inquiry (invitation_id) where invitation_id is not null;
    create index inquiry_author on inquiry (author_id) where author_id is not null;

    -- What was asked stays as it was asked; the one way to take it out is to forget who asked.
    create function erase_inquiries(account uuid, invitation uuid) returns void
      language sql security definer set search_path = public, pg_temp as $$
      update inquiry
        set text = null, answer = null, author_id = null, erased_at = now(), closed_at = coalesce(closed_at, now())
        where erased_at is null and (author_id = account or invitation_id = invitation);
    $$;
    revoke all on function erase_inquiries from public;
    grant execute on function erase_inquiries to praxisspiegel_app;
    grant select, insert on inquiry to praxisspiegel_app;
    grant update (answer, answered_by, answered_at, closed_by, closed_at) on inquiry to praxisspiegel_app;
  `.execute(db);
}
