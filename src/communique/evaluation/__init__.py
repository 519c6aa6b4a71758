"""Readings and records held against what people found: gold, the register, floors."""
