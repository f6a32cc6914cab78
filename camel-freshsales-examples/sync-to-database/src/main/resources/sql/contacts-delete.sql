DELETE FROM contacts
WHERE id = :#id AND updated_at <= CAST(:#changed_at AS TIMESTAMP(0) WITH TIME ZONE)
