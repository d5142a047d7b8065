import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { RoundGroupList } from "../../components/rounds/desk/round-list.tsx";
import { useTexts } from "../../components/texts.ts";
import { readRoundGroups } from "../../domain/rounds/desk/read-rounds.server.ts";
import { maySomewhere } from "../../domain/viewer.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.rounds.list.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "round.read");
    return {
      groups: await readRoundGroups(context.db),
      mayEdit: maySomewhere(viewer, "round.edit"),
      now: new Date(),
    };
  });
}

export default function List() {
  const t = useTexts();
  const { groups, mayEdit, now } = useLoaderData<typeof loader>();
  const create = mayEdit ? (
    <Link className="button button--primary" to={paths.newRound()}>
      {t.desk.list.create}
    </Link>
  ) : null;
  return (
    <div className="stack">
      <PageHead
        title={t.rounds.list.title}
        subtitle={t.desk.list.subtitle}
        actions={
          <>
            <Link className="button" to={paths.calendar()}>
              {t.desk.list.calendar}
            </Link>
            {groups.length > 0 ? create : null}
          </>
        }
      />
      {groups.length === 0 ? (
        <EmptyState title={t.rounds.list.emptyTitle} text={t.desk.list.empty} actions={create} />
      ) : (
        groups.map(({ group, rounds }) => <RoundGroupList key={group} group={group} rounds={rounds} now={now} />)
      )}
    </div>
  );
}
