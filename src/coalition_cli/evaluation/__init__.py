"""How good the extraction is: gold in three formats, figures with intervals, errors by cause, floors."""
