using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Makes the members of an object say what is wanted: one that says it already stays as its author wrote it, and one that shall say nothing goes.</summary>
internal static class JsonWriting
{
    extension(JsonObject owner)
    {
        /// <param name="name">The member's.</param>
        /// <param name="text">Null or blank: the member goes.</param>
        /// <param name="comparison">By which a text is the same.</param>
        public void SetText(string name, string? text, StringComparison comparison = StringComparison.Ordinal)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                owner.Remove(name);
            }
            else if (!text.Equals(owner.Text(name), comparison))
            {
                owner[name] = text;
            }
        }

        /// <summary>A number and a text are the same status.</summary>
        public void SetStatus(string? status)
        {
            if (status is null)
            {
                owner.Remove("statusCode");
            }
            else if (owner.Node("statusCode")?.ToString() != status)
            {
                owner["statusCode"] = status;
            }
        }

        public void SetNode(string name, JsonNode? value)
        {
            if (value is null)
            {
                owner.Remove(name);
            }
            else
            {
                owner[name] = value;
            }
        }

        /// <summary>Writes those members that are read otherwise than wanted: what says the same in other letters stays.</summary>
        public void SetNodes(IEnumerable<KeyValuePair<string, JsonNode?>> wanted, IReadOnlyDictionary<string, JsonNode?> read)
        {
            foreach (var (name, value) in wanted)
            {
                if (!read.TryGetValue(name, out var known) || !JsonNode.DeepEquals(known, value))
                {
                    owner.SetNode(name, value);
                }
            }
        }
    }
}
