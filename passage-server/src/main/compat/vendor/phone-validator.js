import utils from './intl-tel-input/js/utils.js';

/**
 * The validator that the published Elements expect (intl-tel-input 24), on that of intl-tel-input 25, which takes a list of
 * kinds of number where its forerunner took one.
 */
const kinds = (kind) => (typeof kind === 'string' ? [kind] : kind);

export default {
  ...utils,
  isPossibleNumber: (number, country, kind) => utils.isPossibleNumber(number, country, kinds(kind)),
  isValidNumber: (number, country, kind) => utils.isValidNumber(number, country, kinds(kind)),
};
