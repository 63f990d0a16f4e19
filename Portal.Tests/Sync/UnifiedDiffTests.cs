using Portal.Server.Sync;

namespace Portal.Tests.Sync;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void What_differs_stands_with_three_lines_around_it()
    {
        var before = string.Join('\n', Enumerable.Range(1, 12));
        var after = before.Replace("6\n", "six\n", StringComparison.Ordinal);

        Assert.Equal("--- a/x\n+++ b/x\n@@ -3,7 +3,7 @@\n 3\n 4\n 5\n-6\n+six\n 7\n 8\n 9\n", UnifiedDiff.Between("a/x", before, "b/x", after));
    }

    [Fact]
    public void What_is_far_apart_has_hunks_of_its_own()
    {
        var before = string.Join('\n', Enumerable.Range(1, 30));
        var after = before.Replace("3\n4\n", "3\nnew\n4\n", StringComparison.Ordinal).Replace("27\n", "", StringComparison.Ordinal);

        Assert.Equal(
            "--- a/x\n+++ b/x\n@@ -1,6 +1,7 @@\n 1\n 2\n 3\n+new\n 4\n 5\n 6\n@@ -24,7 +25,6 @@\n 24\n 25\n 26\n-27\n 28\n 29\n 30\n",
            UnifiedDiff.Between("a/x", before, "b/x", after));
    }

    [Fact]
    public void What_is_new_comes_from_nothing() => Assert.Equal("--- /dev/null\n+++ b/x\n@@ -0,0 +1,2 @@\n+1\n+2\n", UnifiedDiff.Between(null, "", "b/x", "1\n2"));

    [Fact]
    public void What_is_the_same_has_no_hunk() => Assert.Equal("--- a/x\n+++ b/x\n", UnifiedDiff.Between("a/x", "1\n2", "b/x", "1\n2"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_diff_applied_gives_the_other_text(int seed)
    {
        var random = new Random(seed);
        var before = Enumerable.Range(0, 60).Select(_ => $"{random.Next(8)}").ToList();
        var after = before.Where(_ => random.Next(5) > 0).SelectMany(line => random.Next(6) is 0 ? [line, $"new {random.Next(3)}"] : new[] { line }).ToList();

        var diff = UnifiedDiff.Between("a/x", string.Join('\n', before), "b/x", string.Join('\n', after));

        Assert.Equal(after, Applied(before, diff));
    }

    private static List<string> Applied(List<string> before, string diff)
    {
        var (result, at) = (new List<string>(), 0);

        foreach (var line in diff.Split('\n').Skip(2).Where(line => line.Length > 0))
        {
            if (line.StartsWith("@@", StringComparison.Ordinal))
            {
                var start = int.Parse(line.Split(' ', ',')[1].TrimStart('-'), System.Globalization.CultureInfo.InvariantCulture);
                var count = int.Parse(line.Split(' ', ',')[2], System.Globalization.CultureInfo.InvariantCulture);
                var until = count is 0 ? start : start - 1;
                result.AddRange(before[at..until]);
                at = until;
            }
            else if (line[0] is '+')
            {
                result.Add(line[1..]);
            }
            else
            {
                Assert.Equal(before[at], line[1..]);
                at++;

                if (line[0] is ' ')
                {
                    result.Add(line[1..]);
                }
            }
        }

        result.AddRange(before[at..]);

        return result;
    }
}
