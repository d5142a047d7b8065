import type { ReactNode } from "react";
import type { ChangeCounts, Changes, ItemName, OtherChange } from "../../domain/questionnaires/changes.ts";
import { formatCount, formatList, quote, textIn } from "../../format.ts";
import type { Locale, Texts } from "../../locales/index.ts";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { Recodings, Reworded } from "./wordings.tsx";

type ChangeListProps = { changes: Changes; counts: ChangeCounts };

/** What changed against another version, by what it means for the figures; with a warning where they cannot be compared. */
export function ChangeList({ changes, counts }: ChangeListProps) {
  const t = useTexts().questionnaires.changes;
  const locale = useLocale();
  const n = (count: number) => formatCount(count, locale);
  return (
    <div className="stack stack--close">
      <p>{changeWords(counts, t, locale)}</p>
      {counts.recoded + counts.dropped > 0 ? (
        <Notice kind="warn" title={t.lostTitle}>
          <p>{t.lost(n(counts.recoded), n(counts.dropped))}</p>
        </Notice>
      ) : null}
      <Group sort="recoded" total={counts.recoded} open>
        {changes.recoded.map((item) => (
          <ChangedItem key={item.key} item={item}>
            <Recodings recodings={item.recodings} />
          </ChangedItem>
        ))}
      </Group>
      <Group sort="dropped" total={counts.dropped} open>
        {changes.dropped.map((item) => (
          <ChangedItem key={item.key} item={item} />
        ))}
      </Group>
      <Group sort="reworded" total={counts.reworded} open>
        {changes.reworded.map((item) => (
          <ChangedItem key={item.key} item={item}>
            {item.rewordings.map((one) => (
              <Reworded key={`${one.part} ${one.code ?? ""}`} rewording={one} />
            ))}
          </ChangedItem>
        ))}
      </Group>
      <Group sort="added" total={counts.added}>
        {changes.added.map((item) => (
          <ChangedItem key={item.key} item={item} />
        ))}
      </Group>
      <Group sort="others" total={counts.others}>
        {changes.others.map((other) => (
          <Other key={other.path} other={other} />
        ))}
      </Group>
    </div>
  );
}

/** "81 Merkmale unverändert, 2 Merkmale anders formuliert und 1 Merkmal neu." */
export function changeWords(counts: ChangeCounts, t: Texts["questionnaires"]["changes"], locale: Locale): string {
  const order = ["identical", "reworded", "recoded", "added", "dropped", "others"] as const;
  const parts = order.filter((sort) => counts[sort] > 0).map((sort) => t[sort](formatCount(counts[sort], locale)));
  const changed = order.some((sort) => sort !== "identical" && counts[sort] > 0);
  return changed ? `${formatList(parts, locale)}.` : t.none;
}

type GroupProps = {
  sort: "reworded" | "recoded" | "added" | "dropped" | "others";
  total: number;
  open?: boolean;
  children: ReactNode[];
};

function Group({ sort, total, open, children }: GroupProps) {
  const t = useTexts().questionnaires.changes;
  const { more } = useTexts().wordings;
  const locale = useLocale();
  if (total === 0) return null;
  return (
    <details className="fold" open={open && total <= 20}>
      <summary>
        <strong>{`${t.titles[sort]}: ${formatCount(total, locale)}`}</strong>{" "}
        <span className="quiet">{t.hints[sort]}</span>
      </summary>
      <ul className="plain-list change-list">{children}</ul>
      {children.length < total ? <p className="quiet">{more(formatCount(total - children.length, locale))}</p> : null}
    </details>
  );
}

function ChangedItem({ item, children }: { item: ItemName; children?: ReactNode }) {
  const read = useReader();
  return (
    <li className="change">
      <p>
        {read(item.title)}
        {item.label ? <strong> {read(item.label)}</strong> : null} <code className="change__key">{item.key}</code>
      </p>
      {children}
    </li>
  );
}

/** "Seite 2 „…“, Frage „…“: Anzeigebedingung und Pflichtfrage" */
export function Other({ other: { place, properties } }: { other: OtherChange }) {
  const t = useTexts();
  const locale = useLocale();
  const words = t.definitionFaults;
  const where = [
    place.page ? words.page(formatCount(place.page.number, locale), textIn(place.page.title, locale)) : "",
    place.question ? words.question(textIn(place.question.title, locale)) : "",
  ].filter(Boolean);
  const names = properties.map((name) => t.questionnaires.changes.properties[name] ?? quote(name, locale));
  return (
    <li className="change">
      <p>
        {where.length > 0 ? where.join(", ") : words.whole}: <strong>{formatList(names, locale)}</strong>
      </p>
    </li>
  );
}
