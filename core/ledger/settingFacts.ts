/** What is wrong with the settings. */
export type SettingFacts =
  | {
      readonly code: "unknown-setting";
      readonly name: string;
      readonly nearest: string | undefined;
    }
  | {
      readonly code: "bad-setting";
      readonly name: string;
      readonly found: string;
      readonly expected: string;
    }
  | { readonly code: "repeated-setting"; readonly name: string; readonly used: string }
  | { readonly code: "setting-without-name"; readonly found: string };
