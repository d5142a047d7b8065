import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { FilterForm } from "../../components/members/filter-form.tsx";
import { Pager } from "../../components/members/pager.tsx";
import { PeopleTable } from "../../components/members/people-table.tsx";
import { SectionNav } from "../../components/members/section-nav.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { readPeople } from "../../domain/members/people.server.ts";
import { formatCount } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { listView } from "../../http/member-form.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

const ROLES = ["coordination", "steering", "analyst", "lead", "member", "none"] as const;
const STATES = ["open", "closed", "bounced", "all"] as const;

export const meta = titled((t) => t.members.sections.people);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "member.read");
    const { text, page, oneOf } = listView(request);
    const view = { text, page, role: oneOf("rolle", ROLES), state: oneOf("stand", STATES) ?? "open" };
    return { ...(await readPeople(context.db, view)), view };
  });
}

export default function People() {
  const t = useTexts().members;
  const locale = useLocale();
  const { people, shown, total, page, pages, view } = useLoaderData<typeof loader>();
  const named = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
  const address = { suche: view.text || undefined, rolle: view.role, stand: view.state };
  return (
    <>
      <PageHead
        title={t.sections.people}
        subtitle={t.people.subtitle(formatCount(total, locale))}
        actions={
          <Link className="button button--primary" to={paths.newPerson()}>
            {t.people.create}
          </Link>
        }
      />
      <SectionNav />
      <FilterForm
        action={paths.people()}
        text={view.text}
        hint={t.people.searchHint}
        filtered={view.text !== "" || view.role !== undefined || view.state !== "open"}
        choices={[
          {
            name: "rolle",
            label: t.people.role,
            value: view.role,
            options: [{ value: "", label: t.filter.all }, ...named(t.roles), { value: "none", label: t.people.noRole }],
          },
          { name: "stand", label: t.filter.state, value: view.state, options: named(t.people.states) },
        ]}
      />
      <p className="list-count" role="status">
        {t.people.shown(formatCount(shown, locale), formatCount(total, locale))}
      </p>
      {people.length > 0 ? (
        <PeopleTable people={people} />
      ) : (
        <EmptyState title={t.filter.nothingTitle} text={t.filter.nothing} />
      )}
      <Pager page={page} pages={pages} to={(next) => paths.people({ ...address, seite: String(next) })} />
    </>
  );
}
