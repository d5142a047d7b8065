import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BurdenSection } from "../../components/calendar/burden.tsx";
import { RoundTable } from "../../components/calendar/round-table.tsx";
import { Timeline } from "../../components/calendar/timeline.tsx";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useTexts } from "../../components/texts.ts";
import { DEFAULT_LIMIT } from "../../domain/calendar/burden.ts";
import { readCalendar } from "../../domain/calendar/read-calendar.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

type Loaded = Awaited<ReturnType<typeof loader>>["data"];

export const meta = titled<Loaded>((t, loaded) =>
  loaded ? `${t.calendar.title} ${loaded.calendar.year}` : t.calendar.title,
);

const yearSchema = z.coerce.number().int().min(2000).max(2100);
const limitSchema = z.coerce.number().int().min(1).max(2000);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "round.read");
    const search = new URL(request.url).searchParams;
    const now = new Date();
    const year = yearSchema.safeParse(search.get("jahr") || now.getFullYear());
    const typed = search.get("grenze")?.trim() || String(DEFAULT_LIMIT);
    const limit = limitSchema.safeParse(typed);
    const asked = { year: year.data ?? now.getFullYear(), limit: limit.data ?? DEFAULT_LIMIT, now };
    const calendar = await readCalendar(context.db, asked);
    return data({ calendar, typed, limitFault: !limit.success }, { status: limit.success ? 200 : 400 });
  });
}

export default function CalendarPage() {
  const t = useTexts().calendar;
  const { calendar, typed, limitFault } = useLoaderData<typeof loader>();
  const { year, years, rounds } = calendar;
  return (
    <div className="stack">
      <PageHead
        title={`${t.title} ${year}`}
        subtitle={t.subtitle(String(year))}
        trail={[{ to: paths.rounds(), label: t.trail }]}
        trailLabel={t.trail}
        actions={
          <nav aria-label={t.year} className="actions">
            {year > years.first ? (
              <Link className="button" to={paths.calendar(year - 1)}>
                {t.before(String(year - 1))}
              </Link>
            ) : null}
            {year < years.last ? (
              <Link className="button" to={paths.calendar(year + 1)}>
                {t.after(String(year + 1))}
              </Link>
            ) : null}
          </nav>
        }
      />
      {rounds.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <>
          <Timeline calendar={calendar} />
          <RoundTable calendar={calendar} />
        </>
      )}
      <BurdenSection
        year={year}
        burden={calendar.burden}
        unknown={rounds.filter((one) => one.minutes === null && !one.byLink)}
        typed={typed}
        fault={limitFault}
      />
    </div>
  );
}
