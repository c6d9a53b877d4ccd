import type { ResultsReportMessages } from './results-report.nl';

/** What one reads at the report of a period, in English. */
export const resultsReportEn: ResultsReportMessages = {
  reportHeading: 'Interim report',
  reportOf: (from: string, until: string) => `${from} to ${until}`,
  reportFoot: (until: string) => `Interim report up to ${until}`,
  reportPage: 'page',

  // Choosing
  reportMake: 'Make this report',
  periodLabel: 'Which period?',
  periodThisQuarter: 'This quarter',
  periodLastQuarter: 'Last quarter',
  periodHalfYear: 'Half a year',
  periodOwn: 'Other dates',
  periodFrom: 'From',
  periodUntil: 'Up to',
  periodShow: 'Show',
  periodFromRequired: 'Choose the first day.',
  periodUntilRequired: 'Choose the last day.',
  periodBackwards: 'The last day comes before the first. Choose a later last day.',
  periodTooLong: 'Choose a period of three years at most.',
  introductionLabel: 'Introduction',
  introductionHint: 'A few sentences that tell the story. They stand on top of the report.',
  choicesLabel: 'Chosen experiences',
  choicesHint: 'Choose one or two, and write why. Who may not read one does not get it.',
  choiceFind: 'Search an experience',
  choicePick: 'Choose',
  choiceFound: (count: number) =>
    count === 0 ? 'Nothing found. Try another word.' : count === 1 ? '1 found.' : `${count} found.`,
  choiceSearching: 'Searching',
  choiceWhy: (title: string) => `Why “${title}”?`,
  choiceWhyRequired: (title: string) => `Write why you chose “${title}”.`,
  choiceRemove: (title: string) => `Take “${title}” away`,
  choiceAdded: (title: string) => `“${title}” is chosen.`,
  choiceRemoved: (title: string) => `“${title}” is taken away.`,
  choiceMost: 'Choose no more than fifty experiences.',
  reportReadersLabel: 'Who reads it, if you keep it?',
  reportReadersEveryone: 'Departments and partners',
  reportReadersEveryoneText: 'Each reader gets the figures of what they may see themselves.',
  reportReadersInternal: 'Departments only',
  reportReadersInternalText: 'Partners do not see this report.',
  reportKeep: 'Keep it',
  reportKept: 'The report is kept.',
  reportKeptList: 'Reports that were kept',
  reportKeptOn: (date: string) => `kept on ${date}`,
  reportFormWrong: 'This cannot be done yet',
  reportMeanwhile: 'This was changed meanwhile.',
  reportNowIs: 'It is like this now',
  reportYouWanted: 'You wanted this',
  reportDoAnyway: 'If you still want it, keep it once more. What you typed is still there.',
  reportGone: 'This report is not there, or not meant for you.',
  reportPrint: 'Print or PDF',
  reportCsv: 'Save as CSV',
  reportJson: 'Save as JSON',
  reportSaved: (name: string) => `Saved as ${name}.`,
  reportFile: 'interim-report',

  // On paper
  reportNothing: 'There is nothing in this period yet. Choose another period.',
  reportDifferent: 'What is different?',
  reportNoResults: 'There was no result in this period.',
  reportWent: (what: string, from: string, to: string, unit: string) => `${what}: from ${from} to ${to}${unit}`,
  reportBegan: (what: string, start: string, unit: string) => `${what}: began at ${start}${unit}`,
  reportGoal: (goal: string) => `goal ${goal}`,
  reportTogether: 'How do we do together?',
  reportDriver: 'Driver',
  reportGood: 'Good',
  reportRound: (number: number) => `Round ${number}`,
  reportAnswers: (count: number, round: number) => `${count} answers in round ${round}.`,
  reportHidesSome:
    'Small groups are not shown. Sometimes a second group is not either, so that nobody can work it out.',
  reportShowsNone: (round: number) => `Too few people took part in round ${round}. That is why nothing of it is shown.`,
  reportNoRound: 'No round was closed in this period.',
  reportChosen: (count: number) => (count === 1 ? 'Chosen experience' : 'Chosen experiences'),
  reportShared: 'Shared experiences',
  reportWhyThis: 'Why this one?',
  reportExperiences: (count: number) =>
    count === 1 ? 'In this period 1 was shared.' : `In this period ${count} were shared.`,
  reportKinds: (success: number, lesson: number, question: number) =>
    [
      ...(success ? [`${success} about something that worked`] : []),
      ...(lesson ? [`${lesson} about something learned`] : []),
      ...(question ? [`${question} with a question`] : []),
    ].join(', '),
  reportBalls: 'Where did the ball go?',
  reportBallWent: (count: number) =>
    count === 0
      ? 'In this period the ball stayed where it was'
      : count === 1
        ? 'In this period the ball went over once'
        : `In this period the ball went over ${count} times`,
  reportBallMore: (offered: number, returned: number, finished: number) =>
    [
      ...(offered ? [`offered ${offered} times`] : []),
      ...(returned ? [`returned ${returned} times`] : []),
      ...(finished ? [`${finished} ${finished === 1 ? 'item' : 'items'} done`] : []),
    ].join(', '),
  reportWay: (from: string, to: string) => `From ${from} to ${to}`,
  reportTook: (party: string) => `${party} took it up`,
  reportTimes: (count: number) => (count === 1 ? 'once' : `${count} times`),
  reportNeeded: 'What is still needed?',
  reportNeededNothing: 'Nothing is open.',
  reportUnheld: (count: number) => (count === 1 ? 'Nobody has this ball now:' : 'Nobody has these balls now:'),
};
