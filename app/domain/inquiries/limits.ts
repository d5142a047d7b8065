/** Signs of what is asked, and of what is answered; the database holds the same. */
export const INQUIRY_SIGNS = 2000;
export const ANSWER_SIGNS = 4000;
/** Inquiries of one person in an hour. */
export const PER_HOUR = 5;
/** By an open link nobody is known, and a seminar room shares one network. */
export const PER_HOUR_AND_NETWORK = 30;
/** How many the desk shows of one round. */
export const LISTED = 200;
