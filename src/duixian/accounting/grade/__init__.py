"""How far a report's promises can be checked, told on the day it is published."""
