"""What every layer says and reads: the catalogues, the guide to facts and headings, ids, characters."""
