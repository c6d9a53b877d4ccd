/** Reads CSV as a spreadsheet does: semicolons, quotes that double within quotes. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const end = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) cell += letter;
    else if (letter === ';') end();
    else if (letter === '\r' && text[at + 1] === '\n') {
      end();
      rows.push([]);
      at += 1;
    } else cell += letter;
  }
  end();
  return rows;
}

/** The rows of each section, without its header, by its title. */
export function sectionsIn(text: string): Map<string, string[][]> {
  const sections = new Map<string, string[][]>();
  let rows: string[][] = [];
  let isNew = true;
  for (const row of parseCsv(text.replace(/^\uFEFF/, ''))) {
    if (row.length === 1 && row[0] === '') isNew = true;
    else if (isNew) {
      sections.set(row[0] ?? '', (rows = []));
      isNew = false;
    } else rows.push(row);
  }
  for (const [title, [, ...own]] of sections) sections.set(title, own);
  return sections;
}
