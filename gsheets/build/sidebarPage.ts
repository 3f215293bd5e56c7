/** The sidebar as one page: Google serves no other files beside it. */
export const sidebarPage = (css: string, script: string): string =>
  [
    "<!doctype html>",
    '<html lang="en">',
    "  <head>",
    '    <base target="_top" />',
    '    <meta charset="utf-8" />',
    "    <title>Tax-loss harvesting</title>",
    `    <style>\n${css}\n</style>`,
    "  </head>",
    "  <body>",
    '    <div id="pane"></div>',
    `    <script>\n${inlined(script)}\n</script>`,
    "  </body>",
    "</html>",
    "",
  ].join("\n");

/** A script in a page ends at the first closing tag in it, and a comment could begin in it. */
const inlined = (script: string): string =>
  script.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
