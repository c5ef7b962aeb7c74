export interface Region {
  /** Six digits: province, city and district, two each; what lies above has zeros. */
  readonly code: string;
  readonly name: string;
  readonly english: string;
}

/** An entry of a list of places; `group` is the heading it stands under. */
export interface RegionOption {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
}

/** A region's name; a code that is not on the list stays a code. */
export function regionNameIn(regions: readonly Region[], code: string, language: string): string {
  const region = regions.find((one) => one.code === code);
  if (region === undefined) return code;
  return language === 'en' ? region.english : region.name;
}

/** The districts among `codes`, each under its city. */
export function districtOptions(regions: readonly Region[], codes: readonly string[], language: string) {
  return codes.map((code) => optionOf(regions, code, language));
}

/** Everything there is to filter by: a province, a city as a whole, a district; values are whole levels of the code. */
export function filterOptions(
  regions: readonly Region[],
  language: string,
  whole: (name: string) => string,
): RegionOption[] {
  return regions.map(({ code }) => {
    const name = regionNameIn(regions, code, language);
    if (code.endsWith('0000')) return { value: code.slice(0, 2), label: whole(name) };
    if (code.endsWith('00')) return { value: code.slice(0, 4), label: whole(name), group: name };
    return optionOf(regions, code, language);
  });
}

function optionOf(regions: readonly Region[], code: string, language: string): RegionOption {
  const city = `${code.slice(0, 4)}00`;
  const known = regions.some((one) => one.code === city);
  const group = known ? { group: regionNameIn(regions, city, language) } : {};
  return { value: code, label: regionNameIn(regions, code, language), ...group };
}
