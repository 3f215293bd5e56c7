/** Largest file that is opened, in bytes. */
export const MOST_FILE_BYTES = 2 ** 31;

/** Largest size of one unpacked part, in bytes; longer text fits no JavaScript string. */
export const MOST_PART_BYTES = 500 * 2 ** 20;

/** Largest size of all unpacked parts together, in bytes. */
export const MOST_TOTAL_BYTES = 2 ** 31;

/**
 * Unpacked bytes for each packed byte beyond which a part is taken for a bomb. Deflate cannot pass
 * 1,032; the repetitive XML of real sheets stays below 200.
 */
export const MOST_RATIO = 1000;

/** Parts of up to this many bytes are harmless at any ratio. */
export const HARMLESS_BYTES = 10 * 2 ** 20;
