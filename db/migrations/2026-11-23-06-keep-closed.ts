import { type Kysely, sql } from "kysely";

/**
 * Closes three ways into a closed round: an answer cannot be moved between rounds (the app has no right to change a
 * key), operations are kept like the answers they made, and nobody is invited afterwards.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    revoke update on response, field from praxisspiegel_app;
    grant update (state, seq, changed_at, submitted_at) on response to praxisspiegel_app;
    grant update (value, rev, changed_at, changed_by) on field to praxisspiegel_app;

    create trigger keep_closed before insert or update or delete on operation
      for each row execute function keep_answers_of_closed_round();

    create function keep_audience_of_closed_round() returns trigger language plpgsql as $$
    declare state_now text;
    begin
      select state into state_now from round where round_id = new.round_id for share;
      if state_now in ('closed', 'released', 'archived') then
        raise exception 'the round is %', state_now using errcode = 'P0101';
      end if;
      return new;
    end $$;
    create trigger keep_closed before insert on invitation
      for each row execute function keep_audience_of_closed_round();
  `.execute(db);
}
