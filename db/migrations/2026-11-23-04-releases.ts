import { type Kysely, sql } from "kysely";

/**
 * Releases: frozen, checked figures. Parts are written first and the release row last; from then on a trigger refuses
 * further parts, and nobody holds a right to change or delete. The report role reads these tables and no other.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table release (
      release_id uuid primary key,
      round_id uuid not null,
      number integer not null,
      kind text not null check (kind in ('interim', 'final', 'correction')),
      corrects uuid references release,
      made_at timestamptz not null,
      made_by uuid,
      method integer not null,
      rule jsonb not null,
      questionnaire text not null,
      version integer not null,
      version_checksum text not null,
      title jsonb not null,
      wave text not null,
      privacy text not null,
      closed_at timestamptz not null,
      invited integer not null,
      submitted integer not null,
      fictional boolean not null,
      checksum text not null,
      unique (round_id, number)
    );

    create table release_group (
      release_id uuid not null references release deferrable initially deferred,
      breakdown text not null,
      group_code text not null,
      position integer not null,
      breakdown_label jsonb not null,
      label jsonb not null,
      n integer not null,
      primary key (release_id, breakdown, group_code)
    );

    create table release_item (
      release_id uuid not null references release deferrable initially deferred,
      item text not null,
      position integer not null,
      question text not null,
      scale text not null,
      title jsonb not null,
      label jsonb not null,
      codes jsonb not null,
      withheld text[] not null default '{}',
      polarity text not null default 'high-good' check (polarity in ('high-good', 'high-bad', 'neutral')),
      primary key (release_id, item)
    );

    create table release_figure (
      release_id uuid not null,
      item text not null,
      breakdown text not null,
      group_code text not null,
      base integer not null,
      unanswered integer not null,
      mean double precision,
      sd double precision,
      q1 double precision,
      median double precision,
      q3 double precision,
      counts jsonb not null,
      respondents integer check (respondents <= base),
      primary key (release_id, item, breakdown, group_code),
      foreign key (release_id, item) references release_item deferrable initially deferred,
      foreign key (release_id, breakdown, group_code) references release_group deferrable initially deferred
    );

    create function keep_frozen_release() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' then
        raise exception 'a release cannot be changed' using errcode = 'P0102';
      end if;
      if tg_table_name <> 'release' and exists (select from release where release_id = new.release_id) then
        raise exception 'a release cannot be extended' using errcode = 'P0102';
      end if;
      return new;
    end $$;
    create trigger keep_frozen before insert or update or delete on release
      for each row execute function keep_frozen_release();
    create trigger keep_frozen before insert or update or delete on release_group
      for each row execute function keep_frozen_release();
    create trigger keep_frozen before insert or update or delete on release_item
      for each row execute function keep_frozen_release();
    create trigger keep_frozen before insert or update or delete on release_figure
      for each row execute function keep_frozen_release();

    create function keep_published() returns trigger language plpgsql as $$
    begin
      raise exception 'a published version cannot be changed' using errcode = 'P0102';
    end $$;
    create trigger keep_published before update or delete on version
      for each row execute function keep_published();

    grant select, insert on release, release_group, release_item, release_figure to praxisspiegel_app;
    grant select on release, release_group, release_item, release_figure to praxisspiegel_report;
  `.execute(db);
}
