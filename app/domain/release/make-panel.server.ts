import type { Tx } from "#db/client.server.ts";
import * as panels from "#db/queries/panels.server.ts";
import { listFigures, listGroups, listItems } from "#db/queries/releases.server.ts";
import type { Blank } from "#db/queries/statistics.server.ts";
import { concord } from "#surveys/concordance.ts";
import { readDefinition } from "#surveys/definition.ts";
import type { Item } from "#surveys/model.ts";
import { releaseHints } from "#surveys/release-hints.ts";
import { checksumOf } from "../canonical.server.ts";
import { formPanel } from "../disclosure/panel.ts";
import type { DisclosureRule } from "../disclosure/rule.ts";
import { BEFORE, NOW, PANEL, TOTAL } from "../disclosure/withholding.ts";
import { attributesFor, formBreakdowns, formingRule, type ReleaseGroup } from "./breakdowns.ts";
import { choosePanel, leftOutOf, type PanelWave, panelShown } from "./choose-panel.ts";
import { countAnswers, readBlanks, readRespondents } from "./count-answers.server.ts";
import { type Counted, type Frozen, isCoded, type ReleasedItem, type Secret, type Unlisted } from "./figures.ts";
import { withPanel } from "./freeze-panel.ts";
import { waveBefore } from "./wave-before.ts";

/** A final release as it would be without a panel, and what it was made of. */
export type Making = {
  round: { round_id: string; questionnaire: string; wave: string; closed_at: Date; made_at: Date };
  rule: DisclosureRule;
  /** as they were asked; texts in the place of which codes stand are none of a panel */
  asked: readonly ReleasedItem[];
  groups: readonly ReleaseGroup[];
  answers: Counted;
  secret: Secret;
  unlisted: Unlisted;
  frozen: Frozen;
};

type Listed = Awaited<ReturnType<typeof panels.listFinals>>[number];
/** Releases from before there were keys have no panel. */
type Final = Listed & { key: Buffer };
const hasKey = (final: Listed | undefined): final is Final => final?.key instanceof Buffer;

/**
 * The release with a panel, where it may have one: of the newest wave before it that has the same strength and of which
 * everything can be formed again as it was published. Where somebody was erased since, nobody can say any more what could be
 * subtracted, so there is none. Only single answers to questions that were asked alike, word for word or in other words.
 */
export async function addPanel(tx: Tx, making: Making): Promise<Frozen> {
  const { round, rule, asked, groups, answers, secret, unlisted, frozen } = making;
  await panels.lockWaves(tx, round.questionnaire);
  const finals = await panels.listFinals(tx, round.questionnaire);
  const earlier = waveBefore(finals, round);
  if (!hasKey(earlier)) return frozen;
  const before = await readWave(tx, earlier, rule, finals);
  if (!before) return frozen;
  const partners = await partnersOf(tx, round.round_id, earlier.round_id);
  const now: PanelWave = {
    respondents: secret.respondents,
    groups,
    blanks: byItem(answers.blanks),
    withheld: new Map(frozen.items.map(({ item, withheld }) => [item, withheld])),
  };
  const items = comparable(asked, before.items).filter(
    ({ key }) => isShown(now, key) && isShown(before.shown, key) && before.isSame(key),
  );
  const chosen = choosePanel(
    items.map(({ key }) => key),
    now,
    before.shown,
    partners,
    rule,
  );
  if (!chosen) return frozen;
  const count = async (group: typeof NOW | typeof BEFORE, roundId: string, of: Secret) => {
    const panel = [{ ...EMPTY, breakdown: PANEL, group_code: group, ids: chosen.whole[group] }];
    const shown = items.filter(({ key }) => chosen.items.has(key));
    const leftOut = leftOutOf(chosen, group);
    return countAnswers(tx, {
      roundId,
      items: shown,
      groups: panel,
      secret: of,
      cells: [],
      leftOut,
      withBlanks: false,
    });
  };
  const waves = {
    now: { wave: round.wave, key: secret.key, total: answers, panel: await count(NOW, round.round_id, secret) },
    before: {
      ...{ wave: earlier.wave, key: earlier.key, total: before.answers },
      panel: await count(BEFORE, earlier.round_id, before.secret),
    },
  };
  return withPanel(frozen, items, chosen, waves, rule, unlisted);
}

const EMPTY = { position: 0, breakdown_label: { de: "" }, label: { de: "" }, n: 0 };

const isShown = ({ withheld }: PanelWave, item: string) => withheld.get(item)?.includes(TOTAL) === false;

const byItem = (blanks: readonly Blank[]): Map<string, Set<string>> =>
  new Map(
    [...Map.groupBy(blanks, ({ item }) => item)].map(([item, rows]) => [
      item,
      new Set(rows.map((one) => one.responseId)),
    ]),
  );

async function partnersOf(tx: Tx, roundId: string, otherId: string): Promise<Map<string, string>> {
  return new Map((await panels.listPartners(tx, roundId, otherId)).map(({ own, other }) => [own, other]));
}

/** Items with one answer per respondent, or several codes of it, that are asked now as they were then. */
function comparable(asked: readonly ReleasedItem[], before: readonly Item[]): ReleasedItem[] {
  const alike = new Set(
    concord(before, asked).flatMap(({ key, change }) => (change === "identical" || change === "reworded" ? key : [])),
  );
  return asked.filter((item) => alike.has(item.key) && isCoded(item) && !item.repeated);
}

/**
 * Everything that the release of an earlier wave shows, as sets, formed again from its responses. Undefined where its rule is
 * another one, where its responses are not those that it counted, or its groups do not come out as it froze them.
 */
async function readWave(tx: Tx, final: Final, rule: DisclosureRule, finals: readonly Listed[]) {
  if (final.privacy === "anonymous" || checksumOf(final.rule) !== checksumOf(rule)) return undefined;
  if (!(await panels.isAsCounted(tx, final.round_id, final.release_id))) return undefined;
  const { definition } = readDefinition(final.definition);
  if (!definition) return undefined;
  const hints = releaseHints(definition);
  const respondents = await readRespondents(tx, final.round_id);
  const groups = formBreakdowns(respondents, attributesFor(final.privacy, hints.excludedBreakdowns), rule);
  const frozenGroups = await listGroups(tx, final.release_id);
  const namesOf = (list: readonly Pick<ReleaseGroup, "breakdown" | "group_code" | "label">[]) =>
    checksumOf(list.map(({ breakdown, group_code, label }) => ({ breakdown, group_code, label })));
  const broken = frozenGroups.filter(({ breakdown }) => breakdown !== PANEL);
  if (namesOf(broken) !== namesOf(groups)) return undefined;
  const items = definition.items.filter(hints.isReleased).filter(isCoded);
  const secret = { key: final.key, respondents };
  const total = groups.filter(({ breakdown }) => breakdown === TOTAL);
  const released = items.map((item): ReleasedItem => ({ ...item, polarity: hints.polarityOf(item) }));
  const counting = { roundId: final.round_id, items: released, groups: total, secret, cells: [], withBlanks: true };
  const answers = await countAnswers(tx, counting);
  const blanks = byItem(answers.blanks);
  const withheld = new Map((await listItems(tx, final.release_id)).map((row) => [row.item, row.withheld]));
  const shown: PanelWave = { respondents, groups, blanks, withheld };
  if (broken.length < frozenGroups.length) {
    const own = await readOwnPanel(tx, final, { ...shown, items: released }, rule, finals);
    if (!own) return undefined;
    shown.own = own;
  }
  return { items, shown, secret, answers, isSame: await sameTotals(tx, final.release_id, answers, rule) };
}

/** The panel that an earlier release has itself: who was in it, by item. Undefined where it cannot be formed again. */
async function readOwnPanel(
  tx: Tx,
  final: Final,
  wave: PanelWave & { items: readonly ReleasedItem[] },
  rule: DisclosureRule,
  finals: readonly Listed[],
): Promise<PanelWave["own"] | undefined> {
  const before = waveBefore(
    finals.filter((one) => one.made_at < final.made_at),
    final,
  );
  if (!hasKey(before) || !(await panels.isAsCounted(tx, before.round_id, before.release_id))) return undefined;
  const partners = await partnersOf(tx, final.round_id, before.round_id);
  const respondents = await readRespondents(tx, before.round_id);
  const [here, there] = [wave.respondents, respondents].map((answering) => ({ answering, groups: [] }));
  const whole = here && there && formPanel(here, there, partners, rule, formingRule(rule));
  if (!whole) return undefined;
  const items = wave.items.filter(({ key }) => wave.withheld.get(key)?.includes(PANEL) === false);
  const secret = { key: before.key, respondents };
  const total = formBreakdowns(respondents, [], rule);
  const blanks = byItem(await readBlanks(tx, { roundId: before.round_id, items, groups: total, secret }));
  return panelShown({ whole, shown: items.map(({ key }) => key) }, { now: wave.blanks, before: blanks });
}

/** Whether the total of an item is still what the release froze, where it froze it as it was. */
async function sameTotals(tx: Tx, releaseId: string, { bases }: Counted, rule: DisclosureRule) {
  if (rule.totals === "protected") return () => true;
  const frozen = new Map((await listFigures(tx, releaseId, [TOTAL])).map(({ item, base }) => [item, base]));
  const counted = new Map(bases.map(({ item, base }) => [item, base]));
  return (item: string) => frozen.get(item) === (counted.get(item) ?? 0);
}
