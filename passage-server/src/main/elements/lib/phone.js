/**
 * A number as it is dialled within a country, with the country in front (E.164). What knows the countries is libphonenumber as
 * intl-tel-input packs it: 60 KB compressed, so it is asked for when somebody types such a number, and not before.
 * @param {string} national digits
 * @param {string} country ISO 3166-1, two letters
 * @param {string} library address of that module
 * @returns {Promise<string>} the digits as they were when the country has no such number, or the library can't be had
 */
export async function internationalNumber(national, country, library) {
  const phones = await import(library).then(
    (module) => module.default,
    () => undefined,
  );
  const isKnown = phones?.isValidNumber(national, country);
  return isKnown ? phones.formatNumber(national, country, phones.numberFormat.E164) : national;
}
