"""The pure core: values in, values out; no clock, chance, disk, database or web."""
