import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { FormField } from "../../components/layout/form-field.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { BoardColumn } from "../../components/measures/board-column.tsx";
import { MeasuresNav } from "../../components/measures/measures-nav.tsx";
import { useTexts } from "../../components/texts.ts";
import { liesIn, STATES, stepsOf, yearsOf } from "../../domain/measures/measure.ts";
import { readMeasures } from "../../domain/measures/read-measures.server.ts";
import { dayOf } from "../../domain/members/days.ts";
import { maySomewhere } from "../../domain/viewer.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { yearOf } from "../../http/measure-form.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const meta = titled((t) => t.measures.title);

export const handle: Handle = { drawnOnce: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "measure.read");
    const all = await readMeasures(context.db);
    const year = yearOf(request);
    const people = [...new Set(all.map(({ responsible }) => responsible))].filter(Boolean).sort();
    const asked = new URL(request.url).searchParams.get("verantwortlich");
    const responsible = people.find((name) => name === asked);
    const shown = all.filter(
      (one) => (!year || liesIn(one, year)) && (!responsible || one.responsible === responsible),
    );
    return {
      measures: shown,
      isEmpty: all.length === 0,
      years: yearsOf(all, dayOf(new Date()).slice(0, 4)),
      people,
      chosen: { year, responsible },
      mayEdit: maySomewhere(viewer, "measure.edit"),
    };
  });
}

export default function Board() {
  const t = useTexts().measures;
  const { measures, isEmpty, chosen, mayEdit } = useLoaderData<typeof loader>();
  const columns = STATES.map((state) => ({
    state,
    cards: measures
      .filter((measure) => measure.state === state)
      .map((measure) => ({ measure, steps: mayEdit ? stepsOf(measure) : [] })),
  }));
  return (
    <div className="stack">
      <PageHead
        title={t.title}
        subtitle={t.subtitle}
        actions={
          mayEdit ? (
            <Link className="button button--primary" to={paths.newMeasure()}>
              {t.propose}
            </Link>
          ) : undefined
        }
      />
      <MeasuresNav year={chosen.year} />
      {isEmpty ? (
        <EmptyState title={t.board.emptyTitle} text={t.board.empty} />
      ) : (
        <>
          <Stepped />
          <BoardFilter />
          {measures.length === 0 ? <p role="status">{t.board.nothing}</p> : null}
          <div className="board">
            {columns
              .filter(({ state, cards }) => state !== "dropped" || cards.length > 0)
              .map((column) => (
                <BoardColumn key={column.state} {...column} />
              ))}
          </div>
        </>
      )}
    </div>
  );
}

/** What was just moved, where the address names it. */
function Stepped() {
  const t = useTexts().measures;
  const { measures } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const moved = measures.find(({ measureId }) => measureId === search.get("fertig"));
  if (!moved) return null;
  return <Notice kind="good" title={t.steps.done(moved.title, t.states[moved.state] ?? "")} live="status" />;
}

function BoardFilter() {
  const t = useTexts().measures.board.filter;
  const { years, people, chosen } = useLoaderData<typeof loader>();
  return (
    <Form method="get" action={paths.measures()} className="filter-bar card" key={JSON.stringify(chosen)}>
      <FormField name="jahr" label={t.year} control="select" select={{ defaultValue: chosen.year ?? "" }}>
        <option value="">{t.all}</option>
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </FormField>
      <FormField
        name="verantwortlich"
        label={t.responsible}
        control="select"
        select={{ defaultValue: chosen.responsible ?? "" }}
      >
        <option value="">{t.all}</option>
        {people.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </FormField>
      <div className="actions">
        <button type="submit" className="button">
          {t.show}
        </button>
        {chosen.year || chosen.responsible ? (
          <Link className="button button--quiet" to={paths.measures()}>
            {t.reset}
          </Link>
        ) : null}
      </div>
    </Form>
  );
}
