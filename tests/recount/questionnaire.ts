/** A part of a definition as it was published: JSON, read here without our own readers. */
type Source = {
  type?: string;
  name?: string;
  scale?: string;
  cellType?: string;
  linking?: boolean;
  showOtherItem?: boolean;
  showCommentArea?: boolean;
  choices?: unknown[];
  rateValues?: unknown[];
  rows?: unknown[];
  columns?: unknown[];
  templateElements?: Source[];
};

export type Definition = { pages: { elements: Source[] }[]; excludedBreakdowns?: string[] };

/** An item as a reader of the definition would list it. */
export type ListedItem = {
  key: string;
  scale: "choice" | "multiple" | "ordinal" | "rank" | "text";
  /** inside a group that can be filled in several times */
  repeated: boolean;
  codes: { code: string; missing: boolean; number: number | null }[];
};

/** The items of a questionnaire in its order: types that the counted questionnaires do not use are refused. */
export function listItems({ pages }: Definition): ListedItem[] {
  return pages.flatMap(({ elements }) => elements.flatMap((element) => itemsOf(element, "", false)));
}

function itemsOf(source: Source, before: string, repeated: boolean): ListedItem[] {
  const name = before + source.name;
  if (source.linking) return [];
  const list = (key: string, given: Source, scale?: ListedItem["scale"]): ListedItem => {
    const codes = codesOf(given);
    const isOrdered = given.scale === "ordinal" || codes.every(({ missing, number }) => missing || number !== null);
    return { key, scale: scale ?? (isOrdered ? "ordinal" : "choice"), repeated, codes };
  };
  const comment = source.showCommentArea ? [list(`${name}/-comment`, {}, "text")] : [];
  switch (source.type) {
    case "html":
      return [];
    case "radiogroup":
    case "dropdown":
    case "rating":
      return [list(name, source), ...comment];
    case "checkbox":
    case "tagbox":
      return [list(name, source, "multiple"), ...comment];
    case "ranking":
      return [list(name, source, "rank"), ...comment];
    case "comment":
      return [list(name, {}, "text")];
    case "matrix":
      return (source.rows ?? []).map((row) => list(`${name}/${codeIn(row)}`, { ...source, choices: source.columns }));
    case "matrixdropdown":
      return (source.rows ?? []).flatMap((row) =>
        ((source.columns ?? []) as Source[]).map((column) =>
          list(
            `${name}/${codeIn(row)}/${column.name}`,
            column,
            column.cellType === "checkbox" ? "multiple" : undefined,
          ),
        ),
      );
    case "paneldynamic":
      return (source.templateElements ?? []).flatMap((inner) => itemsOf(inner, `${name}/`, true));
    default:
      throw new Error(`${source.type} is not counted here`);
  }
}

const codeIn = (entry: unknown): string =>
  String(typeof entry === "object" && entry !== null ? (entry as { value: unknown }).value : entry);

function codesOf({ choices, rateValues, showOtherItem }: Source): ListedItem["codes"] {
  const listed = (choices ?? rateValues ?? []).map((entry) => {
    const code = codeIn(entry);
    const missing = (entry as { missing?: boolean }).missing === true;
    return { code, missing, number: /^\d+$/.test(code) ? Number(code) : null };
  });
  return [...listed, ...(showOtherItem ? [{ code: "other", missing: false, number: null }] : [])];
}

/**
 * When an answer counts: the conditions of the counted questionnaires in SQL, by a pattern of the item's key. `a` are the
 * answers of the sheet, `x` is the item's key split at its slashes, `mine` the entry of a repeated group.
 */
export const CONDITIONS: Readonly<Record<string, readonly (readonly [item: string, counts: string])[]>> = {
  bedarfe: [
    ["^hf_trend/", "a -> 'hf_rang' ? x[2]"],
    ["^hf_schutz$", "a -> 'hf_rang' ? 'bedrohung_team'"],
    ["^hf_psyche$", "a -> 'hf_rang' ? 'psyche_klient'"],
    ["^res_folge$", "a ->> 'res_plan' in ('bis12', '13_24')"],
    ["^team_superv_hind$", "a ->> 'team_superv' in ('keine', 'bedarf')"],
    ["^fb_(format|ort)$", "not coalesce(a -> 'fb_themen' ? 'keine', false)"],
  ],
  schnittstellen: [
    ["^ss_detail/", "a -> 'ss_freq' -> x[2] in ('1', '2', '3', '4')"],
    ["^ss_kein/", "a -> 'ss_freq' -> x[2] = '0'"],
    ["^ss_hind/", "jsonb_array_length(a -> 'ss_top3') > 0 and not a -> 'ss_top3' ?| array['keine', 'wn']"],
    ["^ss_hind/(hind|praxis)$", "mine ->> 'partner' is not null"],
  ],
  netzwerkziele: [
    ["^zi_uebernahme_text$", "a ->> 'zi_uebernahme' in ('1', '2', '3plus')"],
    ["^zi_eval/", "a ->> 'zi_eval_art' in ('selbst', 'extern', 'beides')"],
  ],
  fortbildung: [
    ["^(rolle|jahre|wi_.)$", "a ->> 'phase' in ('vor', 'nach')"],
    ["^(ko_damals/.*|re/.*|re_gesamt|tr_absicht|lob|aendern)$", "a ->> 'phase' = 'nach'"],
    ["^(tr_anwend|tr_hemm|er_team/.*)$", "a ->> 'phase' = 'monate3'"],
  ],
};
