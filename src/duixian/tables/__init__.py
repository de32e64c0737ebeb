"""Records to JSON Lines, CSV, XLSX, Parquet and the terminal."""
