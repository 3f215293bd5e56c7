/** A sheet that cannot be read at all, with one sentence for the user. */
export type Unreadable = { readonly unreadable: string };

/** True for a sheet that could not be read. */
export const isUnreadable = (result: object): result is Unreadable => "unreadable" in result;
