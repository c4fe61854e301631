;;; netlint-mode.el --- Journals of your professional network -*- lexical-binding: t; -*-

;; URL: https://github.com/netlint/netlint
;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: text, tools
;; SPDX-License-Identifier: MIT OR Apache-2.0

;;; Commentary:

;; A mode for files named *.net.md: Markdown, if `markdown-mode' is there, in which people, dates, verbs, tags and
;; references are highlighted.  With eglot, `M-x eglot' starts the language server.  `netlint-log', `netlint-next',
;; `netlint-show' and `netlint-check' run the program.

;;; Code:

(require 'compile)
(require 'thingatpt)
(require 'text-mode)

(defgroup netlint nil
  "Journals of your professional network."
  :group 'text)

(defcustom netlint-program "netlint"
  "The program: a name on the PATH, or a path."
  :type 'string)

(defconst netlint--handle "\\(?:[[:alnum:]_-]+\\(?:\\.+[[:alnum:]_-]+\\)*\\)"
  "What stands behind @, # and ^.")

(defconst netlint--item
  "^ \\{0,3\\}[-*+][ \t]+\\(?:\\[[ xX]\\][ \t]+\\)?\\(?:[0-9]+-[0-9]+-[0-9]+:?[ \t]+\\)?"
  "How an item begins, before its verb or key.")

(defconst netlint--font-lock
  (let ((word "\\([[:alpha:]][[:alnum:]_-]*\\)")
        (free "\\(?:^\\|[^[:alnum:]_@#^\\-]\\)"))
    `((,(concat netlint--item word "[ \t]*:\\(?:[ \t]\\|$\\)") 1 font-lock-variable-name-face prepend)
      ;; Verbs are told by what follows them, not by a list: the configuration may add some.
      (,(concat netlint--item word
                "[ \t]+\\(?:\\(?:with\\|to\\|from\\|by\\|mit\\|an\\|von\\|für\\)[ \t]+\\)?\\(?:@\\|\\[\\[\\)")
       1 font-lock-keyword-face prepend)
      (,(concat free "\\(@" netlint--handle "\\)") 1 font-lock-type-face prepend)
      ("\\[\\[[^]|#[]+\\(?:#[^]|[]*\\)?\\(?:|[^][]*\\)?\\]\\]" 0 font-lock-type-face prepend)
      (,(concat free "\\(#" netlint--handle "\\)") 1 font-lock-builtin-face prepend)
      (,(concat free "\\(\\^" netlint--handle "\\)") 1 font-lock-function-name-face prepend)
      ("\\_<[0-9]\\{4\\}-[0-9]\\{2\\}-[0-9]\\{2\\}\\_>" 0 font-lock-constant-face prepend)
      ("<!--[ \t]*netlint-.*?-->" 0 font-lock-preprocessor-face prepend)))
  "What is highlighted beside Markdown.")

(defun netlint--folder ()
  "The folder of this journal.
It is that of the nearest netlint.toml, else of the repository, else this one."
  (expand-file-name
   (or (locate-dominating-file default-directory "netlint.toml")
       (locate-dominating-file default-directory ".git")
       default-directory)))

(defun netlint--project (_folder)
  "What `project-find-functions' asks for."
  (let ((folder (locate-dominating-file default-directory "netlint.toml")))
    (and folder (cons 'transient (expand-file-name folder)))))

(defun netlint--set-up ()
  "What the mode adds to the one that it is derived from."
  (font-lock-add-keywords nil netlint--font-lock 'append)
  (setq-local comment-start "<!-- " comment-end " -->")
  (add-hook 'project-find-functions #'netlint--project nil t))

(defmacro netlint--define-mode (parent)
  "Define the mode as one derived from PARENT."
  `(define-derived-mode netlint-mode ,parent "netlint"
     "A mode for journals of your professional network."
     (netlint--set-up)))

(declare-function markdown-mode "ext:markdown-mode")

;;;###autoload (autoload 'netlint-mode "netlint-mode" nil t)
(if (require 'markdown-mode nil t)
    (netlint--define-mode markdown-mode)
  (netlint--define-mode text-mode))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.net\\.md\\'" . netlint-mode))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               (cons 'netlint-mode (lambda (&rest _) (list netlint-program "lsp")))))

(defun netlint--save ()
  "Save the journals, as the program reads and writes files."
  (save-some-buffers t (lambda () (derived-mode-p 'netlint-mode))))

(defun netlint--run (&rest arguments)
  "Run the program with ARGUMENTS; return what it said, or fail with that."
  (let ((default-directory (netlint--folder)))
    (with-temp-buffer
      (let ((code (apply #'process-file netlint-program nil t nil arguments)))
        (if (eq code 0)
            (buffer-string)
          (user-error "%s" (string-trim (buffer-string))))))))

(defun netlint--show (text)
  "Show TEXT in a buffer of its own, which `q' closes."
  (with-current-buffer (get-buffer-create "*netlint*")
    (let ((inhibit-read-only t))
      (erase-buffer)
      (insert text)
      (goto-char (point-min)))
    (special-mode)
    (display-buffer (current-buffer))))

(defun netlint--handle-here ()
  "The handle at point, else the first one in its line."
  (let ((pattern (concat "@" netlint--handle)))
    (if (thing-at-point-looking-at pattern)
        (match-string-no-properties 0)
      (save-excursion
        (beginning-of-line)
        (and (re-search-forward pattern (line-end-position) t) (match-string-no-properties 0))))))

;;;###autoload
(defun netlint-log (text &optional yes)
  "Note what happened, TEXT, such as \"call @bob: the flat is free\".
With a prefix argument, YES, people who are not known are declared."
  (interactive "sWhat happened? \nP")
  (netlint--save)
  (let ((said (apply #'netlint--run `("log" ,@(and yes '("--yes")) "--" ,text))))
    (dolist (buffer (buffer-list))
      (with-current-buffer buffer
        (when (and (derived-mode-p 'netlint-mode) buffer-file-name (not (verify-visited-file-modtime)))
          (revert-buffer t t t))))
    (message "%s" (string-trim said))))

;;;###autoload
(defun netlint-next ()
  "Show whom to contact in the next days, and why."
  (interactive)
  (netlint--save)
  (netlint--show (netlint--run "next" "--color" "never")))

;;;###autoload
(defun netlint-show (who)
  "Show all that is known of WHO: a handle, or a name."
  (interactive (list (read-string "Whom? " (netlint--handle-here))))
  (netlint--save)
  (netlint--show (netlint--run "show" "--color" "never" "--" who)))

;;;###autoload
(defun netlint-check ()
  "Check the whole journal; `next-error' goes from finding to finding."
  (interactive)
  (netlint--save)
  (let ((default-directory (netlint--folder)))
    (compilation-start (concat (shell-quote-argument netlint-program) " check --format compact --quiet --color never"))))

(provide 'netlint-mode)
;;; netlint-mode.el ends here
