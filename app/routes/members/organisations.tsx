import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { FilterForm } from "../../components/members/filter-form.tsx";
import { SectionNav } from "../../components/members/section-nav.tsx";
import { TableScroll } from "../../components/table/table-scroll.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { readOrganisations } from "../../domain/members/read-members.server.ts";
import { formatCount } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { listView } from "../../http/member-form.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.members.sections.organisations);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "member.read");
    const { text } = listView(request);
    return { text, ...(await readOrganisations(context.db, text, new Date())) };
  });
}

export default function Organisations() {
  const t = useTexts().members;
  const locale = useLocale();
  const { text, organisations, total } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t.sections.organisations}
        subtitle={t.organisations.subtitle(formatCount(total, locale))}
        actions={
          <Link className="button button--primary" to={paths.newOrganisation()}>
            {t.organisations.create}
          </Link>
        }
      />
      <SectionNav />
      {total === 0 ? (
        <EmptyState title={t.organisations.emptyTitle} text={t.organisations.empty} />
      ) : (
        <>
          <FilterForm
            action={paths.organisations()}
            text={text}
            hint={t.organisations.searchHint}
            choices={[]}
            filtered={text !== ""}
          />
          <p className="list-count" role="status">
            {t.organisations.shown(formatCount(organisations.length, locale), formatCount(total, locale))}
          </p>
          {organisations.length > 0 ? (
            <OrganisationTable />
          ) : (
            <EmptyState title={t.filter.nothingTitle} text={t.filter.nothing} />
          )}
        </>
      )}
    </>
  );
}

function OrganisationTable() {
  const t = useTexts().members;
  const { heads, partner } = t.organisations;
  const locale = useLocale();
  const { organisations } = useLoaderData<typeof loader>();
  return (
    <TableScroll label={t.sections.organisations}>
      <table className="data data--records">
        <thead>
          <tr>
            <th scope="col">{heads.name}</th>
            <th scope="col">{heads.kind}</th>
            <th scope="col" className="number">
              {heads.active}
            </th>
            <th scope="col" className="number">
              {heads.projects}
            </th>
          </tr>
        </thead>
        <tbody>
          {organisations.map((one) => (
            <tr key={one.organisation_id}>
              <th scope="row">
                <Link to={paths.organisation(one.organisation_id)}>{one.name}</Link>
              </th>
              <td data-label={heads.kind}>{one.is_partner ? partner : t.none}</td>
              <td className="number" data-label={heads.active}>
                {formatCount(one.active, locale)}
              </td>
              <td className="number" data-label={heads.projects}>
                {formatCount(one.projects, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
