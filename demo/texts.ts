/** What the page around the widgets says. The widgets bring their own words. */
const nl = {
  pageTitle: 'Samen in het sociaal domein – intranet gemeente Lindeveld',
  skip: 'Direct naar de inhoud',
  demonstration: 'Demonstratie',
  who: 'Wie ben je?',
  looks: 'Weergave en opnieuw beginnen',
  theme: 'Thema',
  language: 'Taal',
  scheme: 'Licht of donker',
  schemeAuto: 'Zoals mijn apparaat',
  schemeLight: 'Licht',
  schemeDark: 'Donker',
  reset: 'Demonstratie opnieuw beginnen',
  noteHere: 'Alles op deze pagina is verzonnen. Wat je doet, blijft in deze browser.',
  noteServer: 'Alles op deze pagina is verzonnen. Open hem in twee browsers: wat de een doet, ziet de ander.',
  here: 'Dezelfde pagina, alleen in deze browser',
  atServer: 'Dezelfde pagina, met een server',
  intranet: 'intranet van de gemeente',
  search: 'Zoeken op intranet',
  menu: 'Hoofdmenu',
  start: 'Start',
  news: 'Nieuws',
  together: 'Samenwerken',
  myWork: 'Mijn werk',
  people: 'Wie is wie',
  crumbs: 'Kruimelpad',
  beside: 'Naast de inhoud',
  title: 'Samen in het sociaal domein',
  intro:
    'Drie afdelingen en vijf partners helpen inwoners om mee te doen. Hier zie je waar we voor gaan, hoe het nu gaat, wat we leren en wat we van elkaar nodig hebben.',
  fallback: 'Hier staat straks het kompas van onze samenwerking. Blijft dit zo? Laad de pagina dan opnieuw.',
  fallbackAgenda:
    'Hier staat straks wat we samen veranderen, en wie er aan zet is. Blijft dit zo? Laad de pagina dan opnieuw.',
  fallbackResults:
    'Hier staat straks wat er al anders is, en hoe dat zo kwam. Blijft dit zo? Laad de pagina dan opnieuw.',
  fallbackBackpack:
    'Hier staan straks de ervaringen van collega’s en partners. Blijft dit zo? Laad de pagina dan opnieuw.',
  compassShort: 'Kompas in het kort',
  about: 'Over deze samenwerking',
  aboutText:
    'We leren door te doen. Elke maand kijken we samen terug. Het kernteam bereidt dat voor: een collega van Beleid, van Toegang en van Werk, en een van Welzijn.',
  aboutAsk: 'Heb je een vraag over deze pagina? Bel het kernteam, of loop even langs in het buurthuis.',
  news1: 'Brief 7 ligt klaar om mee te lezen',
  news2: 'Maandelijks terugkijken: vrijdag om 13.00 uur',
  news3: 'Koffie in het buurthuis: elke eerste maandag',
  invented: 'Intranet gemeente Lindeveld. Dit is een verzonnen gemeente.',
  coreTeam: 'kernteam',
  others: 'Anderen',
  visitor: 'iemand die niet meedoet',
  admin: 'functioneel beheerder',
  municipality: 'Gemeente Lindeveld',
  youAre: (who: string) => `Je bent nu: ${who}.`,
  didReset: 'De demonstratie is opnieuw begonnen.',
  onlyLight: 'Dit thema is er alleen in het licht.',
  noSearch: 'Zoeken doet het niet in deze demonstratie.',
  failed: 'De demonstratie kon niet beginnen. Laad de pagina opnieuw.',
};

const en: typeof nl = {
  pageTitle: 'Together in social services – intranet of Lindeveld',
  skip: 'Skip to content',
  demonstration: 'Demonstration',
  who: 'Who are you?',
  looks: 'Display and starting over',
  theme: 'Theme',
  language: 'Language',
  scheme: 'Light or dark',
  schemeAuto: 'As my device',
  schemeLight: 'Light',
  schemeDark: 'Dark',
  reset: 'Start the demonstration over',
  noteHere: 'Everything on this page is invented. What you do stays in this browser.',
  noteServer: 'Everything on this page is invented. Open it in two browsers: what one does, the other sees.',
  here: 'The same page, in this browser alone',
  atServer: 'The same page, with a server',
  intranet: 'intranet of the municipality',
  search: 'Search the intranet',
  menu: 'Main menu',
  start: 'Home',
  news: 'News',
  together: 'Working together',
  myWork: 'My work',
  people: 'Who is who',
  crumbs: 'Breadcrumbs',
  beside: 'Beside the content',
  title: 'Together in social services',
  intro:
    'Three departments and five partners help residents to take part. Here you see what we aim for, how it goes, what we learn and what we need from each other.',
  fallback: 'This is where the compass of our collaboration will be. Does it stay like this? Then reload the page.',
  fallbackAgenda:
    'This is where you will see what we change together, and whose move it is. Does it stay like this? Then reload the page.',
  fallbackResults:
    'Here you will see what is different already, and how it came about. Does this stay? Then load the page again.',
  fallbackBackpack:
    'This is where the experiences of colleagues and partners will be. Does it stay like this? Then reload the page.',
  compassShort: 'Compass in short',
  about: 'About this collaboration',
  aboutText:
    'We learn by doing. Every month we look back together. The core team prepares that: a colleague from Policy, from Access and from Work, and one from Welfare.',
  aboutAsk: 'A question about this page? Call the core team, or drop in at the community centre.',
  news1: 'Letter 7 is ready to be read along',
  news2: 'Monthly look back: Friday at 1 pm',
  news3: 'Coffee at the community centre: every first Monday',
  invented: 'Intranet of Lindeveld. This municipality is made up.',
  coreTeam: 'core team',
  others: 'Others',
  visitor: 'somebody who does not take part',
  admin: 'administrator',
  municipality: 'Municipality of Lindeveld',
  youAre: (who: string) => `You are now: ${who}.`,
  didReset: 'The demonstration has started over.',
  onlyLight: 'This theme exists in light only.',
  noSearch: 'Searching does not work in this demonstration.',
  failed: 'The demonstration could not start. Reload the page.',
};

export type Language = 'nl' | 'en';
export type Texts = typeof nl;

export function textsIn(language: Language): Texts {
  return language === 'en' ? en : nl;
}

/** Puts every text of the page in this language: content, and the three attributes that hold one. */
export function translatePage(language: Language): void {
  const texts = textsIn(language);
  const textOf = (key: string | undefined): string => {
    const text = key === undefined ? undefined : texts[key as keyof Texts];
    return typeof text === 'string' ? text : '';
  };
  document.documentElement.lang = language;
  document.title = texts.pageTitle;
  for (const element of document.querySelectorAll<HTMLElement>('[data-t]'))
    element.textContent = textOf(element.dataset.t);
  const attributes = { tLabel: 'aria-label', tPlaceholder: 'placeholder', tHeading: 'heading' } as const;
  for (const [name, attribute] of Object.entries(attributes)) {
    const selector = `[data-${name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)}]`;
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      element.setAttribute(attribute, textOf(element.dataset[name]));
    }
  }
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-days-ago]')) {
    const day = new Date(Date.now() - Number(time.dataset.daysAgo) * 86_400_000);
    time.dateTime = day.toISOString().slice(0, 10);
    time.textContent = day.toLocaleDateString(language === 'en' ? 'en-GB' : 'nl-NL', { day: 'numeric', month: 'long' });
  }
}
