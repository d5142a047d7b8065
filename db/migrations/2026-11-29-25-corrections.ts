import { type Kysely, sql } from "kysely";

/**
 * A single submitted response can be erased after its round has ended, with a reason, and where enough were erased a correction
 * names the release that it corrects and says why. Only a function of the owner erases; releases stay as they are.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Why there is a correction: whoever reads the release reads it.
    alter table release add column reason text check (char_length(reason) between 1 and 200);
    alter table release add constraint correction_names_its_release
      check ((kind = 'correction') = (corrects is not null) and (kind = 'correction') = (reason is not null));
    alter table release_run add column reason text check (char_length(reason) between 1 and 200);

    -- That the response to an invitation was erased, by whom and why: nothing of what it was.
    create table erasure (
      erasure_id uuid primary key,
      round_id uuid not null references round,
      invitation_id uuid not null,
      reason text not null check (char_length(reason) between 1 and 200),
      at timestamptz not null,
      by uuid references account,
      unique (round_id, invitation_id),
      foreign key (round_id, invitation_id) references invitation (round_id, invitation_id)
    );
    grant select, insert on erasure to praxisspiegel_app;

    -- Erases what was submitted to one invitation of a round that has ended: answers with their history, codings, quotes that
    -- were not released, notes, and what releases kept to recognise it. False where there is nothing.
    create function erase_response(of_round uuid, of_invitation uuid) returns boolean
      language plpgsql security definer set search_path = public as $$
    declare
      erased uuid;
    begin
      perform from round
        where round_id = of_round and state in ('closed', 'released', 'archived') and privacy <> 'anonymous'
        for share;
      if not found then
        raise exception 'the round has not ended, or is anonymous' using errcode = 'P0101';
      end if;
      perform set_config('praxisspiegel.erasing', 'on', true);
      delete from response
        where round_id = of_round and invitation_id = of_invitation and state <> 'draft'
        returning response_id into erased;
      if erased is not null then
        delete from note where round_id = of_round and invitation_id = of_invitation;
        delete from place_mark where round_id = of_round and invitation_id = of_invitation;
        update release_respondent set content = null where response_id = erased;
      end if;
      perform set_config('praxisspiegel.erasing', 'off', true);
      return erased is not null;
    end $$;
    revoke execute on function erase_response(uuid, uuid) from public;
    grant execute on function erase_response(uuid, uuid) to praxisspiegel_app;
  `.execute(db);
}
