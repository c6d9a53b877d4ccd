/** A thousand experiences, the same in both homes: the sentences of Lindeveld, put together anew each time. */
import { readFileSync } from 'node:fs';

const file = JSON.parse(readFileSync(new URL('../data/lindeveld.json', import.meta.url), 'utf8'));
const KINDS = ['success', 'lesson', 'question'];
const DAY = 86_400_000;

/** Small and repeatable. */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const dayBefore = (today, days) => new Date(Date.parse(today) - days * DAY).toISOString().slice(0, 10);

/** Newest first. The numbers in a title keep the titles apart. */
export function makePosts(count, today) {
  const roll = dice(7);
  const one = (items) => items[roll(items.length)];
  const { ervaringen: all, drijfveren: drivers, organisaties: parties } = file;
  return Array.from({ length: count }, (_, index) => {
    const party = one(parties);
    return {
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      title: `${one(all).titel} (${index + 1})`,
      kind: one(KINDS),
      what: `${one(all).watGebeurde} ${one(all).watLeerdeIk}`,
      so: one(all).watLeerdeIk,
      now: one(all).watGaIkDoen,
      ask: one(all).vraagAanAnderen,
      drivers: [one(drivers), one(drivers)].filter((driver, at, both) => both.indexOf(driver) === at),
      party,
      jobTitle: one(all).functie ?? 'consulent',
      writtenOn: dayBefore(today, Math.floor(index / 12)),
      sortKey: String(index).padStart(6, '0'),
    };
  });
}

/** As rows of our own database. */
export function experienceOf(post) {
  const { id, title, kind, writtenOn, sortKey, jobTitle, party } = post;
  const experience = {
    ...{ id, title, kind, whatHappened: post.what, whatLearned: post.so, whatNext: post.now, askOthers: post.ask },
    ...{ adviceWelcome: false, driverIds: post.drivers.map((driver) => driver.id), language: 'nl' },
    ...{ authorShownAs: 'jobTitle', author: { name: '', jobTitle, partyId: party.id }, authorProof: 'bench' },
    ...{ audienceChoice: 'everyone', audience: 'everyone', writtenOn, sortKey },
    ...{ status: 'published', isPinned: false, version: 1 },
  };
  return [`experience/${id}`, { version: 1, audience: 'everyone', row: experience }];
}

const KIND_WORDS = { success: 'Gelukt', lesson: 'Geleerd', question: 'Vraag' };

/** As a comment of Waline, which has no fields but who, when and a text: the rest stands in that. */
export function commentOf(post) {
  const text = [
    `**${KIND_WORDS[post.kind]}**`,
    `### ${post.title}`,
    'Afdelingen en partners',
    `**Wat gebeurde er?** ${post.what}`,
    `**Dus** ${post.so}`,
    `**Nu** ${post.now}`,
    `**Vraag aan jou** ${post.ask}`,
    post.drivers.map(({ id, naam }) => `[${naam}](#samen=compass/driver/${id})`).join(' '),
  ].join('\n\n');
  return { nick: `${post.jobTitle}, ${post.party.naam}`, text, insertedAt: `${post.writtenOn} 12:00:00` };
}
