import type { offline as de } from "../de/offline.ts";

export const offline: typeof de = {
  title: "No connection",
  text: "This page cannot be reached at the moment. You can go on with the questionnaires that are on this device. Your changes are sent as soon as the connection is back.",
  noPage: "This page cannot be reached at the moment.",
  backTitle: "The connection is back",
  back: "You can go on where you were.",
  backButton: "Continue",
  again: "Try again",
  noScript: "Without a connection this page needs JavaScript. Please try again later.",
  list: {
    title: "Your questionnaires on this device",
    loading: "Looking for questionnaires …",
    emptyTitle: "There is no questionnaire on this device.",
    empty: "Once you have opened a questionnaire here with a connection, you will find it without one too.",
    emptyOff: "Nothing is kept on this device. That is what you chose.",
    missingTitle: "This questionnaire is not on this device.",
    missing: "You can open it again as soon as the connection is back.",
    until: (date: string) => `until ${date}`,
    waiting: (n: number) => (n === 1 ? "1 change is waiting" : `${n} changes are waiting`),
    nothingWaits: "everything is sent",
    fill: "Fill in",
    toList: "All questionnaires on this device",
  },
  sheet: {
    loading: "Opening the questionnaire …",
    online: "The connection is back. All changes have been sent.",
    toPage: "Continue with a connection",
    foot: "You can check and submit your answers once there is a connection.",
  },
  keep: {
    on: "Open questionnaires and changes that have not been sent yet are kept on this device until you sign out. What nobody opens for 30 days is removed.",
    onByLink:
      "This questionnaire and changes that have not been sent yet are kept on this device until you click “Finish on this device”. Once everything is sent, it is removed when nobody opens it for 12 hours.",
    off: "Nothing is kept on this device. Without a connection, changes that have not been sent are lost when you close the page.",
    turnOff: "Keep nothing on this device",
    turnOn: "Keep on this device again",
    label: "On this device",
    cleared: "Nothing is stored on this device any more.",
  },
  leave: {
    unsent: (n: number) => (n === 1 ? "1 change has not been sent yet." : `${n} changes have not been sent yet.`),
    signOut: "Signing out deletes everything that is kept on this device.",
    forget: (n) =>
      `If nothing is kept on this device, ${n === 1 ? "it" : "they"} will be lost. An open questionnaire then shows what had been sent.`,
    others: ({ own, others }): string => {
      if (own > 0)
        return "Some are another person’s. Only that person can send them, by opening their questionnaire here again.";
      return others === 1
        ? "It is another person’s. Only that person can send it, by opening their questionnaire here again."
        : "They are another person’s. Only that person can send them, by opening their questionnaire here again.";
    },
    send: "Send first",
    sending: "Sending …",
    notSent: "Sending did not work. The changes are still on this device.",
    discardAndSignOut: "Sign out and discard",
    discardAndForget: "Discard and keep nothing",
    cancel: "Cancel",
    offlineTitle: "Signing out needs a connection.",
    offline:
      "Until then you can delete what is kept on this device. Please sign out as soon as the connection is back.",
    clear: "Delete everything on this device",
    clearUnsent: "Discard and delete everything on this device",
  },
};
