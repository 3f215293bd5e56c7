"""Opens workbooks in LibreOffice, computes every formula anew, and prints the cells as JSON.

Arguments: the program `soffice`, a folder for its profile, the workbooks.
"""

import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.connection import NoConnectException
from com.sun.star.sheet.FormulaResult import VALUE

START_SECONDS = 60
FORMULAS = 16  # com.sun.star.sheet.CellFlags.FORMULA


def main(soffice, profile, workbooks):
    pipe = f"recalculate{os.getpid()}"
    office = subprocess.Popen(
        [
            soffice,
            f"-env:UserInstallation={uno.systemPathToFileUrl(profile)}",
            f"--accept=pipe,name={pipe};urp;",
            "--headless",
            "--norestore",
            "--nologo",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    # Whoever started this program ends what it leaves running, should it fail.
    context = connect(pipe, office)
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    print(json.dumps([recalculate(desktop, dispatcher, path) for path in workbooks]))
    desktop.terminate()
    office.wait(timeout=20)


def connect(pipe, office):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if office.poll() not in (None, 81) or time.monotonic() > deadline:
                sys.exit("LibreOffice did not start")
            time.sleep(0.1)


def recalculate(desktop, dispatcher, path):
    # Not as a hidden document: in one, the command below does nothing and says nothing.
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, ())
    if document is None:
        sys.exit(f"LibreOffice did not open {path}")
    before = formulas(document)
    # As Ctrl+Shift+F9: the values that came with the file are forgotten.
    dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:CalculateHard", "", 0, ())
    after = formulas(document)
    result = {
        "sheets": [
            {"name": sheet.Name, "isVisible": sheet.IsVisible, "charts": sheet.Charts.Count}
            for sheet in document.Sheets
        ],
        "cells": [
            {"sheet": sheet, "cell": cell, "formula": after[sheet, cell][0], "before": value,
             "after": after[sheet, cell][1]}
            for (sheet, cell), (_, value) in before.items()
        ],
    }
    document.close(True)
    return result


def formulas(document):
    cells = {}
    for sheet in document.Sheets:
        for area in sheet.queryContentCells(FORMULAS):
            for row in range(area.Rows.Count):
                for column in range(area.Columns.Count):
                    cell = area.getCellByPosition(column, row)
                    name = cell.AbsoluteName.replace("$", "").rsplit(".", 1)[1]
                    cells[sheet.Name, name] = (cell.Formula, value_of(cell))
    return cells


def value_of(cell):
    if cell.getError() != 0:
        return {"error": cell.getError()}
    return cell.Value if cell.FormulaResultType2 == VALUE else cell.String


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
