import type { presentation as de } from "../de/presentation.ts";

export const presentation: typeof de = {
  open: "Present",
  title: (report: string) => `Present ${report}`,
  label: "Slides",
  position: (number: string, count: string) => `Slide ${number} of ${count}`,
  before: "Back",
  after: "Next",
  screen: "Full screen",
  leave: "Leave",
  help: "Arrow keys or page up and down: turn. Home and End: first and last slide. F: full screen. Esc: leave.",
};
