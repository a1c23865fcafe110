"""What the site holds beside its pages: the same facts in other forms, made from the Directory and nothing else."""
