"""The mutual action plan: what client, candidate and we each do by when, on a link of the client’s own."""
