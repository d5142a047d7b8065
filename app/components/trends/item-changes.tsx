import { recodings, rewordings } from "#surveys/concordance.ts";
import type { Item } from "#surveys/model.ts";
import type { Line } from "../../domain/trends/follow-items.ts";
import { formatCount } from "../../format.ts";
import { named } from "../charts/sentences.ts";
import { Recodings, Reworded } from "../questionnaires/wordings.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";

/** An item from one wave to the next. */
type Changed = { key: string; wave: string; before: Item; after: Item };

/** Which items of a question were asked otherwise since which wave, and how; with both wordings. */
export function ItemChanges({ lines, waves }: { lines: readonly Line[]; waves: readonly string[] }) {
  const t = useTexts().trends.changes;
  const locale = useLocale();
  const read = useReader();
  const recoded = changesOf(lines, waves, "recoded");
  const reworded = changesOf(lines, waves, "reworded");
  return (
    <>
      {recoded.map(({ key, wave, before, after }) => (
        <div className="figure__withheld trends__recoded" key={`${key} ${wave}`}>
          <p>{t.recoded(named(read(after.label), locale), wave)}</p>
          <Recodings recodings={recodings(before, after)} />
        </div>
      ))}
      {reworded.length > 0 ? (
        <details className="figure__table">
          <summary>{t.reworded(formatCount(reworded.length, locale))}</summary>
          <ul className="plain-list change-list">
            {reworded.map(({ key, wave, before, after }) => (
              <li className="change" key={`${key} ${wave}`}>
                <p>
                  <strong>{read(after.label)}</strong> {t.rewordedIn(wave)}
                </p>
                {rewordings(before, after).map((one) => (
                  <Reworded key={`${one.part} ${one.code ?? ""}`} rewording={one} />
                ))}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** Once per item, however many lines it has. */
function changesOf(lines: readonly Line[], waves: readonly string[], step: "reworded" | "recoded"): Changed[] {
  const found = new Map<string, Changed>();
  for (const { item, steps, changes } of lines) {
    for (const [i, change] of changes.entries()) {
      const wave = waves[i] ?? "";
      if (change && steps[i] === step) found.set(`${item.key} ${wave}`, { key: item.key, wave, ...change });
    }
  }
  return [...found.values()];
}
