import { createContext, type KeyboardEvent, type ReactElement, type SyntheticEvent, useContext, useRef } from "react";
import type { ItemValue, QuestionRankingModel } from "survey-core";
import { ReactElementFactory, SurveyElementBase } from "survey-react-ui";
import { announce } from "../announce.ts";
import { accessTexts } from "./access-texts.ts";
import { registerView } from "./register-view.ts";

/** ms until survey-core has drawn a new order and has put the focus where it wants it */
const DRAWN_MS = 40;

const RankingContext = createContext<QuestionRankingModel | undefined>(undefined);

function Ranking({ question, drawn }: { question: QuestionRankingModel; drawn: ReactElement }) {
  return <RankingContext.Provider value={question}>{drawn}</RankingContext.Provider>;
}

type Act = "choose" | "remove" | "up" | "down";
const KEYS: Record<Act, string> = { choose: " ", remove: " ", up: "ArrowUp", down: "ArrowDown" };

/** What stands in one line of a ranking: its text, and what can be done with it, in words and without dragging. */
function RankingLine({ item, cssClasses }: { item: ItemValue; cssClasses: { controlLabel: string } }) {
  const question = useContext(RankingContext);
  const line = useRef<HTMLDivElement>(null);
  const text = item.locText.renderedHtml;
  const label = <div className={cssClasses.controlLabel}>{SurveyElementBase.renderLocString(item.locText)}</div>;
  // While it is dragged, a copy of the line hangs below the pointer, outside of its question.
  if (!question) return label;
  const t = accessTexts(question);
  const ranked = question.rankingChoices as ItemValue[];
  const place = ranked.indexOf(item);
  const chooses = question.selectToRankEnabled;
  const isFull = chooses && question.maxSelectedChoices > 0 && ranked.length >= question.maxSelectedChoices;
  const acts: { act: Act; label: string; off: boolean }[] =
    place < 0
      ? [{ act: "choose", label: t.rankChoose, off: isFull || !item.enabled }]
      : [
          { act: "up", label: t.rankUp, off: place === 0 },
          { act: "down", label: t.rankDown, off: place === ranked.length - 1 },
          ...(chooses ? [{ act: "remove" as const, label: t.rankRemove, off: false }] : []),
        ];

  function go(act: Act) {
    if (!question || acts.some((one) => one.act === act && one.off)) return;
    const root = line.current?.closest<HTMLElement>(".sd-question");
    // survey-core's own way of the keyboard: it keeps the answer, the two lists and their animation in step.
    const press = { key: KEYS[act], preventDefault: () => undefined };
    question.handleKeydown(press as unknown as KeyboardEvent<HTMLElement> & globalThis.KeyboardEvent, item);
    const now = question.rankingChoices as ItemValue[];
    const at = now.indexOf(item);
    announce(at < 0 ? t.rankedOut(text) : t.rankedAt(text, at + 1, now.length));
    setTimeout(() => focusAgain(root, item, act), DRAWN_MS);
  }

  const keep = (event: SyntheticEvent) => event.stopPropagation();
  // The line around it would take the space bar as "choose", and a press as the beginning of a drag.
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    const act = event.key === "ArrowUp" ? "up" : event.key === "ArrowDown" ? "down" : undefined;
    if (!act || place < 0) return;
    event.preventDefault();
    go(act);
  };
  return (
    <div className="rank-line" ref={line} data-rank={String(item.value)}>
      {label}
      {question.isReadOnly ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: it keeps presses of its buttons from the line around it
        <div
          className="rank-line__acts"
          onKeyDown={keys}
          onPointerDown={keep}
          onPointerUp={keep}
          onMouseDown={keep}
          onTouchStart={keep}
        >
          {acts.map(({ act, label, off }) => (
            <button
              key={act}
              type="button"
              data-act={act}
              aria-label={`${label}: ${text}`}
              aria-disabled={off || undefined}
              onClick={() => go(act)}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** The line was drawn anew, perhaps in the other list: the same button of it has the focus again, or its first one. */
function focusAgain(root: HTMLElement | null | undefined, item: ItemValue, act: Act): void {
  const lines = [...(root?.querySelectorAll<HTMLElement>(".rank-line") ?? [])].filter(
    (line) => line.dataset.rank === String(item.value) && !line.closest("[class*='item-removing']"),
  );
  const line = lines.at(-1);
  const button = line?.querySelector<HTMLElement>(`[data-act='${act}']`) ?? line?.querySelector<HTMLElement>("button");
  button?.focus();
}

/** From now on every ranking can be ordered by buttons. */
export function installRankingView(): void {
  const isNew = registerView("ranking", (question, drawn) => (
    <Ranking question={question as QuestionRankingModel} drawn={drawn} />
  ));
  if (isNew) ReactElementFactory.Instance.registerElement("sv-ranking-item", (props) => <RankingLine {...props} />);
}
