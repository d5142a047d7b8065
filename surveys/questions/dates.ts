const day = (year: number, month: number, date: number): boolean => {
  const made = new Date(Date.UTC(2000, month - 1, date));
  made.setUTCFullYear(year, month - 1, date);
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
};

const isDate = (text: string): boolean => {
  const match = /^(\d{4,6})-(\d\d)-(\d\d)$/.exec(text);
  return match !== null && day(Number(match[1]), Number(match[2]), Number(match[3]));
};

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?$/.test(text);

const isMoment = (text: string): boolean => {
  const [date = "", rest = ""] = text.split(/[T ]/, 2);
  return isDate(date) && isTime(rest.replace(/(Z|[+-]\d\d:?\d\d)$/, ""));
};

/** What each date-like input type of HTML stores. A date may carry a time: default expressions such as `today()` write it. */
const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: (text) => isDate(text) || isMoment(text),
  "datetime-local": (text) => isMoment(text) || isDate(text),
  datetime: (text) => isMoment(text) || isDate(text),
  time: (text) => isTime(text) || isMoment(text),
  month: (text) => /^\d{4,6}-(0[1-9]|1[0-2])$/.test(text) || isDate(text),
  week: (text) => /^\d{4,6}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(text),
};

export const isDateInput = (inputType: string): boolean => Object.hasOwn(formats, inputType);

/** True when the text is a real date, time, month or week in the form of the input type. */
export const isDateText = (inputType: string, text: string): boolean => formats[inputType]?.(text) ?? false;
