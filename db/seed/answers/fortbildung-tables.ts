/** What participants of a training say before it, right after it and three months later. All figures are invented. */

export type Phase = "vor" | "nach" | "monate3";

/** Participants, and how many of them fill in each time. */
export const participants = 38;
export const filledIn: Record<Phase, number> = { vor: 36, nach: 33, monate3: 21 };

/** Letters that names begin and end with, roughly as often as they do; digits are even. */
export const initials = {
  mother: "MMMMAAAACCSSSSBBBKKKEEHHGGIIRRUULLDDJJNNPPTTVFWZX",
  fatherEnd: "RRRRNNNNDDDEEESSTTZZHLLKAOFMPGX",
  birthplace: "BBBBHHHKKKMMMSSSLLDDDEEFFGGRRNNWWAACPTUVOJZX",
  school: "GGGGSSSSAAAEEBBKKKHHHMMLLPPRRWWFFDCTNVJOIZUX",
} as const;
export const siblings = { "0": 44, "1": 34, "2": 14, "3": 5, "4": 1, "5": 1, X: 1 } as const;

/** Chance that somebody gives a code at all, and that a code given again has slips in one or in two places. */
export const givesCode = 0.83;
export const slips = { one: 0.12, two: 0.1 } as const;

export const roles = { beratung: 58, leitung: 18, andere: 24 } as const;
export const years = { u2: 30, "2_5": 42, ab6: 28 } as const;
/** Shift of ability by years in the field. */
export const experience: Record<keyof typeof years, number> = { u2: -0.4, "2_5": 0, ab6: 0.45 };

/** Ability: mean before, on 1–5. SD .9. */
export const abilities: Readonly<Record<string, number>> = {
  erkennen: 3.2,
  gespraech: 3.0,
  umfeld: 2.8,
  recht: 2.4,
  verweisen: 3.1,
  selbstschutz: 2.6,
};
/** What the training adds, what is lost of it in three months, and how much lower people rate themselves looking back. */
export const gain = 0.7;
export const loss = 0.2;
export const lookingBack = -0.35;

/** Knowledge: the right answer, its chance before and after, and the weights of the wrong ones. */
export const knowledge: Readonly<
  Record<string, { right: string; before: number; after: number; wrong: Readonly<Record<string, number>> }>
> = {
  wi_1: { right: "b", before: 0.34, after: 0.82, wrong: { a: 5, c: 2, d: 2 } },
  wi_2: { right: "d", before: 0.5, after: 0.85, wrong: { a: 2, b: 4, c: 1 } },
  wi_3: { right: "a", before: 0.62, after: 0.84, wrong: { b: 5, c: 1, d: 1 } },
  wi_4: { right: "c", before: 0.58, after: 0.88, wrong: { a: 1, b: 4, d: 1 } },
};
export const unknown: Record<"vor" | "nach", number> = { vor: 0.2, nach: 0.05 };

/** Means on 1–5. SD .8. */
export const reaction: Readonly<Record<string, number>> = {
  relevanz: 4.3,
  aufbau: 4.2,
  tempo: 3.7,
  leitung: 4.5,
  austausch: 3.9,
};
export const overall = 4.2;
export const intention = 4.1;
export const applied = 3.4;

export const barriers = { zeit: 4, leitung: 1, anlass: 3, material: 1, unsicher: 1.6 } as const;
export const noBarrier = 0.22;

/** What came of it in the team: shares beyond "nein" and "geplant". */
export const inTeam: Readonly<Record<string, readonly [number, number]>> = {
  verfahren: [0.52, 0.22],
  weitergabe: [0.86, 0.66],
  kooperation: [0.42, 0.24],
};
export const inTeamCodes = ["nein", "geplant", "ja"] as const;
export const teamUnknown = 0.06;

/** Chance of an answer to one of the open questions. */
export const openText = 0.42;
