import { createContext } from "react";

/** Where charts stand. */
export type ChartPlace = {
  /** px that every chart is drawn in, whatever the window: for paper. Without it a chart fills its box */
  width?: number;
  /** with it every chart can be saved as a picture */
  source?: ChartSource;
};

/** What a saved chart says of its origin. */
export type ChartSource = {
  /** the line below the picture: release, wave, and that data are made up where they are */
  line: string;
  /** the name of a file with the chart of this title, without its extension */
  fileName: (title: string) => string;
};

export const ChartPlaceContext = createContext<ChartPlace>({});
