import { type Kysely, sql } from "kysely";

/**
 * Who is in contact with whom, of named rounds: frozen with the release, between projects that consented both. The report role
 * reads neither table but two views of them, which leave out whoever withdrew since, or whose answers were erased. So
 * nobody can forget to: what was withdrawn cannot be read.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What a release says of its ties beside them: whose answers they are, and the rest as numbers.
    create table release_network (
      release_id uuid primary key references release deferrable initially deferred,
      question text not null,
      attributes jsonb not null,
      frequencies jsonb not null,
      -- reports that are frozen, and those that name or come from a project without consent; null where they would tell of too few
      reports integer not null,
      reports_not_drawn integer,
      -- projects that wish for more, their wishes, those of pairs that both wish, those where there is contact already
      wishing integer,
      wishes integer,
      wishes_mutual integer,
      wishes_known integer,
      check (num_nulls(wishing, wishes, wishes_mutual, wishes_known) in (0, 4))
    );
    create table release_node (
      release_id uuid not null references release_network deferrable initially deferred,
      project_id uuid not null,
      name text not null,
      -- to the question about contacts
      answered boolean not null,
      attributes jsonb not null,
      primary key (release_id, project_id)
    );
    create table release_tie (
      release_id uuid not null,
      from_project_id uuid not null,
      to_project_id uuid not null,
      frequency text,
      primary key (release_id, from_project_id, to_project_id),
      check (from_project_id <> to_project_id),
      foreign key (release_id, from_project_id) references release_node deferrable initially deferred,
      foreign key (release_id, to_project_id) references release_node deferrable initially deferred
    );
    create trigger keep_frozen before insert or update or delete on release_network
      for each row execute function keep_frozen_release();
    create trigger keep_frozen before insert or update or delete on release_node
      for each row execute function keep_frozen_release();
    create trigger keep_frozen before insert or update or delete on release_tie
      for each row execute function keep_frozen_release();

    create view shown_node with (security_barrier) as
      select node.release_id, node.project_id, node.name, node.answered, node.attributes
      from release_node node join release using (release_id)
      where exists (
        select from invitation join response using (round_id, invitation_id)
        where invitation.round_id = release.round_id and invitation.project_id = node.project_id
          and response.state <> 'draft'
          and not coalesce((select step.withdrawn from naming_step step
            where step.round_id = response.round_id and step.response_id = response.response_id
            order by step.number desc limit 1), false)
      );
    create view shown_tie with (security_barrier) as
      select tie.release_id, tie.from_project_id, tie.to_project_id, tie.frequency
      from release_tie tie
      join shown_node a on a.release_id = tie.release_id and a.project_id = tie.from_project_id
      join shown_node b on b.release_id = tie.release_id and b.project_id = tie.to_project_id;

    grant select, insert on release_network, release_node, release_tie to praxisspiegel_app;
    grant select on release_network, shown_node, shown_tie to praxisspiegel_report;
  `.execute(db);
}
