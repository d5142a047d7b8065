/** What a run has done and met, so that it cannot pass by doing nothing. */
export type Load = {
  acknowledged: number;
  unknown: number;
  refused: number;
  clashes: number;
  submitted: number;
  kills: number;
  killsInTransaction: number;
  killsWhileStarting: number;
  /** how often each answer came that was no success: "503", "connection", "409 edit-clash" … */
  answers: Map<string, number>;
  /** milliseconds, by what they measure */
  times: Map<string, number[]>;
};

export function createLoad(): Load {
  const counts = { acknowledged: 0, unknown: 0, refused: 0, clashes: 0, submitted: 0 };
  const kills = { kills: 0, killsInTransaction: 0, killsWhileStarting: 0 };
  return { ...counts, ...kills, answers: new Map(), times: new Map() };
}

export function countAnswer(load: Load, answer: string): void {
  load.answers.set(answer, (load.answers.get(answer) ?? 0) + 1);
}

export function noteTime(load: Load, what: string, ms: number): void {
  load.times.set(what, [...(load.times.get(what) ?? []), ms]);
}

/** The load in lines to print. */
export function describeLoad(load: Load): string[] {
  const { answers, times, ...counts } = load;
  const said = Object.entries(counts).filter(([, count]) => count > 0);
  const lines = [said.map(([name, count]) => `${words(name)} ${count}`).join(" · ")];
  if (answers.size > 0)
    lines.push(`answers: ${[...answers].map(([answer, count]) => `${answer} × ${count}`).join(" · ")}`);
  for (const [what, all] of times) {
    const sorted = [...all].sort((a, b) => a - b);
    const at = (share: number) =>
      Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
    lines.push(`${what}: ${sorted.length} times, median ${at(0.5)} ms, longest ${at(1)} ms`);
  }
  return lines;
}

const words = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
