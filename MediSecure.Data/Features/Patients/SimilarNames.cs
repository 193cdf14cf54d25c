namespace MediSecure.Data.Features.Patients;

/// <summary>Whether two names may be the same person's, as one hears and types them: words in another order, one letter wrong, an initial, a family name changed by marriage.</summary>
public static class SimilarNames
{
    /// <summary>At least half of the words of the shorter name have a counterpart in the other.</summary>
    public static bool Similar(PersonName one, PersonName other)
    {
        var a = Words(one);
        var b = Words(other);
        var (few, many) = a.Count <= b.Count ? (a, b) : (b, a);
        return few.Count > 0 && few.Count(word => many.Any(candidate => Match(word, candidate))) * 2 >= few.Count;
    }

    // A title says nothing about who it is.
    private static IReadOnlyList<string> Words(PersonName name) => SearchText.Words($"{name.Given} {name.Middle} {name.Family}");

    private static bool Match(string a, string b)
    {
        if (a == b || (a.Length == 1 && b[0] == a[0]) || (b.Length == 1 && a[0] == b[0]))
        {
            return true;
        }

        var shorter = Math.Min(a.Length, b.Length);
        var allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0;
        return allowed > 0 && Math.Abs(a.Length - b.Length) <= allowed && Distance(a, b) <= allowed;
    }

    /// <summary>Letters added, left out, wrong, or swapped with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var last = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last) = (last, row);
        }

        return last[b.Length];
    }
}
