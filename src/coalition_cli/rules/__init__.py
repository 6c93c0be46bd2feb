"""Attribution rules: one rule a module, each with an ID, a sentence it takes and one it leaves."""
