import { Link } from "@remix-run/react";
import type { MeasureState, Step } from "../../domain/measures/measure.ts";
import type { ListedMeasure } from "../../domain/measures/read-measures.server.ts";
import { formatCount } from "../../format.ts";
import { paths } from "../../paths.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { StepButtons } from "./step-buttons.tsx";
import { daysInWords } from "./words.ts";

type BoardColumnProps = {
  state: MeasureState;
  /** each with the steps that it can take; none for those who only read */
  cards: { measure: ListedMeasure; steps: Step[] }[];
};

/** The measures of one state, one below the other. */
export function BoardColumn({ state, cards }: BoardColumnProps) {
  const t = useTexts().measures;
  const locale = useLocale();
  return (
    <section className="board__column" aria-labelledby={`board-${state}`}>
      <h2 id={`board-${state}`} className="board__title">
        {t.states[state]} <span className="board__count">{formatCount(cards.length, locale)}</span>
      </h2>
      {cards.length === 0 ? <p className="quiet">{t.board.none}</p> : null}
      <ul className="plain-list board__cards">
        {cards.map((card) => (
          <BoardCard key={card.measure.measureId} {...card} />
        ))}
      </ul>
    </section>
  );
}

function BoardCard({ measure, steps }: BoardColumnProps["cards"][number]) {
  const texts = useTexts();
  const t = texts.measures;
  const locale = useLocale();
  const read = useReader();
  return (
    <li className="card board__card">
      <p className="board__kind">{t.kinds[measure.kind]}</p>
      <h3>
        <Link to={paths.measure(measure.measureId)}>{measure.title}</Link>
      </h3>
      <p className="quiet">{daysInWords(measure, texts, locale)}</p>
      <p className="quiet">{`${t.page.facts.responsible}: ${measure.responsible || t.nobody}`}</p>
      {measure.evidence.slice(0, 1).map(({ item, label, wave }) => (
        <p className="quiet" key={item}>{`${t.form.evidence}: ${read(label)} (${wave})`}</p>
      ))}
      {steps.length > 0 ? <StepButtons measure={measure} steps={steps} back="tafel" /> : null}
    </li>
  );
}
