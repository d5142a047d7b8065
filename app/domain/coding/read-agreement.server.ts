import type { Db } from "#db/client.server.ts";
import type { ItemKey } from "#db/queries/coding-tree.server.ts";
import { Problem } from "../problem.ts";
import { maySomewhere, type Viewer } from "../viewer.ts";
import { type Agreement, agreementOf, type CodeAgreement } from "./agreement.ts";
import { type CoderProgress, codersOf, progressOf } from "./code-texts.server.ts";
import { type Comparison, compareCodings, differencesIn } from "./compare.server.ts";
import { openItem, type Place, placeOf } from "./open-item.server.ts";

/** `name` is null for readers without the right to code, until a second person has approved it. */
export type NamedAgreement = CodeAgreement & { number: number; level: 1 | 2; name: string | null };

export type AgreementPage = {
  place: Place;
  coders: CoderProgress[];
  /** null until both have finished */
  agreement: (Omit<Agreement, "codes"> & { codes: NamedAgreement[]; names: string[] }) | null;
  differences: { all: number; open: number };
  /** may read texts, and so settle them */
  codes: boolean;
};

/** How far two people agreed. Figures and names of codes, never a text. Throws not-found. */
export async function readAgreement(db: Db, viewer: Viewer, key: ItemKey): Promise<AgreementPage> {
  if (!maySomewhere(viewer, "coding.read")) throw new Problem("not-found");
  const item = await openItem(db, key);
  const coders = await codersOf(db, key);
  const comparison = await comparisonOf(db, key);
  const codes = maySomewhere(viewer, "responses.code");
  const differences = comparison ? differencesIn(comparison) : [];
  return {
    place: placeOf(item),
    coders: coders.map((one) => progressOf(one, viewer)),
    agreement: comparison && agreementIn(comparison, codes),
    differences: { all: differences.length, open: differences.filter((one) => one.final === null).length },
    codes,
  };
}

export async function comparisonOf(db: Db, key: ItemKey): Promise<Comparison | null> {
  try {
    return await compareCodings(db, key);
  } catch (error) {
    if (error instanceof Problem && error.code === "not-finished") return null;
    throw error;
  }
}

function agreementIn({ coders, texts, tree }: Comparison, codes: boolean) {
  const agreement = agreementOf(
    texts,
    tree.map(({ id }) => id),
  );
  const named = tree.map(({ number, level, name, approved }) => {
    return { number, level, name: codes || approved ? name : null };
  });
  return {
    ...agreement,
    names: coders.map(({ name }) => name),
    codes: agreement.codes.map((row, i): NamedAgreement => {
      return { ...row, ...(named[i] ?? { number: i + 1, level: 1, name: null }) };
    }),
  };
}
